/// A sum that forgets: y = factor · y1 + x, whose factor glides to a new one over a block.
struct GlidingPole: BitwiseCopyable {
  var factor = 0.0
  var level = 0.0

  @inline(__always)
  mutating func render(
    _ input: UnsafeMutablePointer<Float>, _ output: UnsafeMutablePointer<Float>, _ frames: Int,
    glidingTo target: Double
  ) {
    var b = factor
    let slope = (target - b) / Double(frames)
    factor = target
    var frame = 0
    if slope == 0 && frames & 7 == 0 {
      var pole = PoleLanes(b, last: level)
      while frame < frames {
        pole.next(WideLanes(loading: input + frame)).store(to: output + frame)
        frame &+= 8
      }
      level = Decaying.settled(pole.last[0])
      return
    }
    var y = level
    while frame < frames {
      y = multiplyAdd(b, y, Double(input[frame]))
      output[frame] = Float(y)
      b += slope
      frame &+= 1
    }
    level = Decaying.settled(y)
  }
}
