import Foundation
import SoundFiles
import TestRandomness

/// Sound that a test makes: one array of samples for each channel.
struct Sound: Sendable {
  var channels: [[Float]]
  var sampleRate: Double

  init(_ channels: [[Float]], sampleRate: Double = 44_100) {
    self.channels = channels
    self.sampleRate = sampleRate
  }

  var frames: Int { channels.first?.count ?? 0 }

  /// Left and right as a stem plays them: mono on both sides.
  var left: [Float] { channels[0] }
  var right: [Float] { channels.count > 1 ? channels[1] : channels[0] }

  /// 32-bit float, so that what is read is what was written, to the bit.
  func write(to path: String, format: SoundFileFormat = .wavFloat32) throws {
    let writer = try SoundFileWriter(path: path, format: format, channels: channels.count, sampleRate: sampleRate)
    var interleaved = [Float](repeating: 0, count: frames * channels.count)
    for (channel, samples) in channels.enumerated() {
      for (frame, sample) in samples.enumerated() { interleaved[frame * channels.count + channel] = sample }
    }
    try writer.write(interleaved, frames: frames)
    try writer.close()
  }

  // MARK: - Sounds

  /// Noise in −0.5…0.5 that begins and ends on silence, so that neither end needs joining.
  static func noise(_ frames: Int, channels: Int = 2, sampleRate: Double = 44_100, seed: UInt64) -> Sound {
    var random = SplitMix(seed: seed)
    var all = (0..<channels).map { _ in (0..<frames).map { _ in Float.random(in: -0.5...0.5, using: &random) } }
    for channel in all.indices {
      all[channel][0] = 0
      all[channel][frames - 1] = 0
    }
    return Sound(all, sampleRate: sampleRate)
  }

  /// Silent on every even frame, at least 0.1 loud on every odd one: a start on an even frame, or a stop behind one, needs
  /// no joining, and a single frame too many or too few shows.
  static func everyOther(_ frames: Int, channels: Int = 2, sampleRate: Double = 44_100, seed: UInt64) -> Sound {
    var random = SplitMix(seed: seed)
    let all = (0..<channels).map { _ in
      (0..<frames).map { $0 % 2 == 0 ? 0 : Float.random(in: 0.1...0.9, using: &random) * ($0 % 4 == 1 ? 1 : -1) }
    }
    return Sound(all, sampleRate: sampleRate)
  }

  static func sine(
    _ hertz: Double, amplitude: Double = 0.5, phase: Double = 0, frames: Int, channels: Int = 1,
    sampleRate: Double = 44_100
  ) -> Sound {
    let samples = (0..<frames).map {
      Float(amplitude * sin(2 * Double.pi * (hertz * Double($0) / sampleRate + phase)))
    }
    return Sound(Array(repeating: samples, count: channels), sampleRate: sampleRate)
  }

  static func constant(_ value: Float, frames: Int, sampleRate: Double = 44_100) -> Sound {
    Sound([[Float](repeating: value, count: frames)], sampleRate: sampleRate)
  }
}
