import SoundFiles

import func Foundation.sin

/// A stem to measure with: stereo with all there is in music, tones and noise.
enum StemFile {
  static func write(to path: String, seconds: Int) throws {
    let frames = seconds * 44_100
    let writer = try SoundFileWriter(path: path, format: .wavFloat32, channels: 2, sampleRate: 44_100)
    var samples = [Float](repeating: 0, count: 2 * frames)
    var noise: UInt32 = 1
    for frame in 0..<frames {
      noise = noise &* 1_664_525 &+ 1_013_904_223
      let hiss = Float(Int32(bitPattern: noise)) / 4_294_967_296
      samples[2 * frame] = 0.3 * Float(sin(Double(frame) * 0.0313)) + 0.1 * hiss
      samples[2 * frame + 1] = 0.3 * Float(sin(Double(frame) * 0.0471)) - 0.1 * hiss
    }
    try writer.write(samples, frames: frames)
    try writer.close()
  }
}
