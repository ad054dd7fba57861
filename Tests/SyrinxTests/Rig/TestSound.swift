import Foundation
import SoundFiles
import TestRandomness

/// Sound that a test makes or reads: one array of samples for each channel.
struct TestSound: Sendable {
  var channels: [[Float]]
  var sampleRate: Double

  var frames: Int { channels.first?.count ?? 0 }

  /// A sine that is nowhere near silence at its first frame, so that a test finds where it begins.
  static func sine(
    _ hertz: Double, amplitude: Double = 0.5, phase: Double = 0, frames: Int, channels: Int = 2,
    sampleRate: Double = 44_100
  ) -> TestSound {
    let samples = (0..<frames).map { frame in
      Float(amplitude * sin(2 * Double.pi * (hertz * Double(frame) / sampleRate + phase)))
    }
    return TestSound(channels: Array(repeating: samples, count: channels), sampleRate: sampleRate)
  }

  static func noise(
    _ amplitude: Float, frames: Int, channels: Int = 2, sampleRate: Double = 44_100, seed: UInt64
  ) -> TestSound {
    var random = SplitMix(seed: seed)
    return TestSound(
      channels: (0..<channels).map { _ in
        (0..<frames).map { _ in Float.random(in: -amplitude...amplitude, using: &random) }
      }, sampleRate: sampleRate)
  }

  @discardableResult
  func write(to path: String, _ format: SoundFileFormat = .wavFloat32) throws -> String {
    let file = try SoundFileWriter(path: path, format: format, channels: channels.count, sampleRate: sampleRate)
    var interleaved = [Float](repeating: 0, count: frames * channels.count)
    for (channel, samples) in channels.enumerated() {
      for (frame, sample) in samples.enumerated() { interleaved[frame * channels.count + channel] = sample }
    }
    try file.write(interleaved, frames: frames)
    try file.close()
    return path
  }

  static func read(_ path: String) throws -> TestSound {
    let file = try SoundFileReader(path: path)
    let (frames, count) = (Int(file.info.frames), file.info.channels)
    var interleaved = [Float](repeating: 0, count: frames * count)
    let got = try interleaved.withUnsafeMutableBufferPointer { buffer -> Int in
      guard let base = buffer.baseAddress else { return 0 }
      var done = 0
      while done < frames {
        let step = try file.read(into: base + done * count, frames: frames - done)
        if step == 0 { break }
        done += step
      }
      return done
    }
    let channels = (0..<count).map { channel in (0..<got).map { interleaved[$0 * count + channel] } }
    return TestSound(channels: channels, sampleRate: file.info.sampleRate)
  }

  // MARK: - Looking at it

  /// The first frame at which any channel is not silent.
  var firstSound: Int? { (0..<frames).first { frame in channels.contains { $0[frame] != 0 } } }

  /// From a frame on, so many frames.
  func cut(from frame: Int, frames count: Int) -> TestSound {
    TestSound(channels: channels.map { Array($0.dropFirst(frame).prefix(count)) }, sampleRate: sampleRate)
  }

  var peak: Float { channels.reduce(0) { $1.reduce($0) { max($0, abs($1)) } } }

  /// The first frame that is not the same to the bit, or that only one of them has.
  func firstDifference(from other: TestSound) -> Int? {
    guard channels.count == other.channels.count else { return 0 }
    let common = min(frames, other.frames)
    let different = (0..<common).first { frame in
      channels.indices.contains { channels[$0][frame].bitPattern != other.channels[$0][frame].bitPattern }
    }
    return different ?? (frames == other.frames ? nil : common)
  }

  /// The largest difference of neighbours.
  var largestStep: Float {
    channels.map { zip($0, $0.dropFirst()).reduce(Float(0)) { max($0, abs($1.1 - $1.0)) } }.max() ?? 0
  }

  /// The most frames in a row on which every channel is silent.
  var longestSilence: Int {
    var (longest, run) = (0, 0)
    for frame in 0..<frames {
      run = channels.allSatisfy { $0[frame] == 0 } ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
