import Foundation

/// A minor key, and what its notes are tuned to.
public struct MusicalKey: Sendable, Equatable {
  /// As plans write it: `Fm`.
  public let name: String
  /// The keynote, as a MIDI number of any octave.
  public let tonic: Int
  /// The pitch of the A above middle C, in hertz.
  public let tuning: Double

  public init(_ name: String, tonic: Int, tuning: Double = 440) {
    self.name = name
    self.tonic = tonic
    self.tuning = tuning
  }

  private static let steps = [0, 2, 3, 5, 7, 8, 10]

  /// Semitones of a degree above the keynote; 1 is the keynote, 8 its octave, 0 the seventh below.
  func semitones(ofDegree degree: Int) -> Int {
    let (octave, step) = Self.divide(degree - 1, by: 7)
    return octave * 12 + Self.steps[step]
  }

  /// The lowest MIDI note of a degree that is not below `lowest`.
  func note(ofDegree degree: Int, from lowest: Int) -> Int {
    let note = tonic + semitones(ofDegree: degree)
    return lowest + Self.divide(note - lowest, by: 12).remainder
  }

  /// The pitch of a MIDI note, in hertz.
  public func hertz(ofNote note: Double) -> Double { tuning * pow(2, (note - 69) / 12) }

  private static func divide(_ number: Int, by divisor: Int) -> (quotient: Int, remainder: Int) {
    let remainder = ((number % divisor) + divisor) % divisor
    return ((number - remainder) / divisor, remainder)
  }
}
