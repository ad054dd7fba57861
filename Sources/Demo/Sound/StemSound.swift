import Foundation

/// A stem's finished samples, interleaved.
struct StemSound {
  let frames: Int
  let channels: Int
  let samples: [Float]

  /// Finishes what was rendered in stereo and goes on behind its end: the rest is laid over the beginning, what is
  /// left of a constant offset is taken off, and the whole brought to its level.
  init(_ stereo: [Float], frames: Int, channels: Int, peakDecibels: Double) {
    var wrapped = [Float](repeating: 0, count: frames * channels)
    for frame in 0..<stereo.count / 2 {
      let place = frame % frames * channels
      if channels == 1 {
        wrapped[place] += (stereo[2 * frame] + stereo[2 * frame + 1]) * 0.5
      } else {
        wrapped[place] += stereo[2 * frame]
        wrapped[place + 1] += stereo[2 * frame + 1]
      }
    }
    for channel in 0..<channels {
      var sum = 0.0
      for frame in 0..<frames { sum += Double(wrapped[frame * channels + channel]) }
      let offset = Float(sum / Double(frames))
      for frame in 0..<frames { wrapped[frame * channels + channel] -= offset }
    }
    var peak: Float = 0
    for sample in wrapped { peak = max(peak, abs(sample)) }
    if peak > 0 {
      let gain = Float(pow(10, peakDecibels / 20)) / peak
      for index in wrapped.indices { wrapped[index] *= gain }
    }
    self.frames = frames
    self.channels = channels
    samples = wrapped
  }
}
