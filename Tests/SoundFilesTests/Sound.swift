import Foundation
import SoundFiles

/// Interleaved samples that a test writes and reads back.
struct Sound: Equatable {
  var channels: Int
  var samples: [Float]
  var frames: Int { samples.count / channels }

  /// Two tones with some noise, on a grid of 16 bits, so that every lossless format holds it exactly.
  static func tones(frames: Int, channels: Int = 2) -> Sound {
    var seed: UInt64 = 88_172_645_463_325_252
    let samples = (0..<frames * channels).map { index -> Float in
      seed ^= seed << 13
      seed ^= seed >> 7
      seed ^= seed << 17
      let time = Double(index / channels)
      let tone = 0.4 * sin(time * 0.05) + 0.2 * sin(time * (0.011 + 0.003 * Double(index % channels)))
      return Float(((tone + 0.02 * (Double(seed >> 11) / 9e15 - 0.5)) * 32768).rounded() / 32768)
    }
    return Sound(channels: channels, samples: samples)
  }

  func write(to path: String, _ format: SoundFileFormat, sampleRate: Double = 44100) throws {
    let writer = try SoundFileWriter(path: path, format: format, channels: channels, sampleRate: sampleRate)
    try samples.withUnsafeBufferPointer { try writer.write($0.baseAddress!, frames: frames) }
    try writer.close()
  }

  static func read(_ path: String) throws -> Sound {
    let reader = try SoundFileReader(path: path)
    var sound = Sound(channels: reader.info.channels, samples: [])
    while true {
      let part = try reader.take(1000)
      if part.isEmpty { return sound }
      sound.samples += part
    }
  }

  /// Power of this sound over that of the difference, in decibels.
  func ratio(to other: Sound) -> Double {
    guard samples.count == other.samples.count else { return -.infinity }
    var power = 0.0
    var error = 0.0
    for (mine, theirs) in zip(samples, other.samples) {
      power += Double(mine) * Double(mine)
      error += Double(mine - theirs) * Double(mine - theirs)
    }
    return 10 * log10(power / error)
  }
}

extension SoundFileReader {
  func take(_ frames: Int) throws -> [Float] {
    var block = [Float](repeating: .nan, count: frames * info.channels)
    let got = try block.withUnsafeMutableBufferPointer { try read(into: $0.baseAddress!, frames: frames) }
    return Array(block.prefix(got * info.channels))
  }
}
