import Foundation
import Loudness
import Testing

/// The meter against the test signals of EBU Tech 3341, which state what each must read.
@Suite struct LoudnessMeterTests {
  struct Part: Sendable {
    /// Peak of a 1 kHz sine, in dBFS.
    var decibels: Double
    var seconds: Double
  }

  struct Signal: Sendable, CustomTestStringConvertible {
    var name: String
    var parts: [Part]
    var integrated: Double
    var testDescription: String { name }
  }

  /// Tech 3341, table 1, cases 1 to 5: 1 kHz in phase on both channels.
  static let signals = [
    Signal(name: "case 1", parts: [Part(decibels: -23, seconds: 20)], integrated: -23),
    Signal(name: "case 2", parts: [Part(decibels: -33, seconds: 20)], integrated: -33),
    Signal(
      name: "case 3",
      parts: [
        Part(decibels: -36, seconds: 10), Part(decibels: -23, seconds: 60), Part(decibels: -36, seconds: 10),
      ], integrated: -23),
    Signal(
      name: "case 4",
      parts: [
        Part(decibels: -72, seconds: 10), Part(decibels: -36, seconds: 10), Part(decibels: -23, seconds: 60),
        Part(decibels: -36, seconds: 10), Part(decibels: -72, seconds: 10),
      ], integrated: -23),
    Signal(
      name: "case 5",
      parts: [
        Part(decibels: -26, seconds: 20), Part(decibels: -20, seconds: 20.1), Part(decibels: -26, seconds: 20),
      ], integrated: -23),
  ]

  static let forms = [(channels: 1, sampleRate: 44_100.0), (2, 44_100), (2, 48_000), (2, 96_000)]

  @Test(arguments: signals, forms)
  func readsWhatTheStandardSays(signal: Signal, form: (channels: Int, sampleRate: Double)) throws {
    let (channels, sampleRate) = form
    let meter = try #require(
      LoudnessMeter(channels: channels, sampleRate: sampleRate, scope: [.integrated, .shortTerm, .momentary]))
    for part in signal.parts {
      meter.add(Self.sine(part, channels, sampleRate), frames: Int(part.seconds * sampleRate))
    }
    let read = try #require(meter.integrated)
    #expect(abs(read - signal.integrated) <= 0.1)
    let last = signal.parts.last?.decibels ?? 0
    if last > -70 {
      #expect(try abs(#require(meter.shortTerm) - last) <= 0.1)
      #expect(try abs(#require(meter.momentary) - last) <= 0.1)
    }
  }

  @Test func integersReadAsFloats() throws {
    let floats = Self.sine(Part(decibels: -20, seconds: 5), 2, 44_100)
    let integers = floats.map { Int16(($0 * 32768).rounded()) }
    let one = try #require(LoudnessMeter(channels: 2, sampleRate: 44_100))
    one.add(floats, frames: floats.count / 2)
    let other = try #require(LoudnessMeter(channels: 2, sampleRate: 44_100))
    other.add(integers, frames: integers.count / 2)
    #expect(try abs(#require(one.integrated) - #require(other.integrated)) < 0.001)
  }

  /// A sine at a quarter of the rate, 45 degrees off the samples: its peaks lie 3 dB above them (Tech 3341, case 15).
  @Test func seesPeaksBetweenSamples() throws {
    let meter = try #require(LoudnessMeter(channels: 2, sampleRate: 48_000, scope: [.integrated, .truePeak]))
    let samples = (0..<48_000).flatMap { frame in
      let value = Float(0.5 * sin(2 * Double.pi * (0.25 * Double(frame) + 0.125)))
      return [value, value]
    }
    meter.add(samples, frames: 48_000)
    let peak = try #require(meter.truePeak)
    #expect(peak > -6.02 - 0.4 && peak < -6.02 + 0.2)
  }

  @Test func silenceHasNoLoudness() throws {
    let meter = try #require(LoudnessMeter(channels: 2, sampleRate: 44_100))
    #expect(meter.integrated == nil)
    meter.add([Float](repeating: 0, count: 2 * 44_100), frames: 44_100)
    #expect(meter.integrated == nil)
    #expect(LoudnessMeter(channels: 3, sampleRate: 44_100) == nil)
  }

  static func sine(_ part: Part, _ channels: Int, _ sampleRate: Double) -> [Float] {
    let amplitude = pow(10, part.decibels / 20)
    return (0..<Int(part.seconds * sampleRate)).flatMap { frame in
      let value = Float(amplitude * sin(2 * Double.pi * 1000 * Double(frame) / sampleRate))
      return [Float](repeating: value, count: channels)
    }
  }
}
