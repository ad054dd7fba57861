/// More than two channels made two.
struct FoldDown {
  private let left: [Float]
  private let right: [Float]

  init(channels: Int) {
    var left = [Float](repeating: 0, count: channels)
    var right = left
    for channel in 0..<channels {
      switch channel {
      case 2 where channels != 4:
        left[channel] = 0.707_106_8
        right[channel] = 0.707_106_8
      case 3 where channels >= 6: break
      default:
        // Behind a centre and a low-frequency channel the sides go on in pairs: left, right.
        let place = channels == 5 && channel > 2 ? channel - 1 : channel
        if place % 2 == 0 { left[channel] = 1 } else { right[channel] = 1 }
      }
    }
    self.left = left.map { $0 / left.reduce(0, +) }
    self.right = right.map { $0 / right.reduce(0, +) }
  }

  func apply(_ source: UnsafePointer<Float>, to stereo: UnsafeMutablePointer<Float>, frames: Int) {
    for frame in 0..<frames {
      var sumLeft: Float = 0
      var sumRight: Float = 0
      for channel in left.indices {
        let sample = source[frame * left.count + channel]
        sumLeft += sample * left[channel]
        sumRight += sample * right[channel]
      }
      stereo[2 * frame] = sumLeft
      stereo[2 * frame + 1] = sumRight
    }
  }
}
