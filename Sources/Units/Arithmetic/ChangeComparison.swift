import RealTime

/// Which of two signals changes more, frame by frame; while they change equally, which did so last.
struct ChangeComparison: BitwiseCopyable {
  private var first: Float = 0
  private var second: Float = 0
  /// Whether the last difference was in favour of the second.
  private var favoursSecond: Bool

  init(favoursSecond: Bool) { self.favoursSecond = favoursSecond }

  /// - Parameter sign: 1 for who changes more, −1 for who changes less.
  @inline(__always)
  mutating func choose(
    _ a: InputSignal, _ b: InputSignal, sign: Float, into output: UnsafeMutablePointer<Float>, _ frames: Int
  ) {
    var comparison = self
    var frame = 0
    while frame < frames {
      if frame &+ 8 <= frames && comparison.chooseEight(a.lanes(frame), b.lanes(frame), sign, output + frame) {
        frame &+= 8
        continue
      }
      output[frame] = comparison.choose(a[frame], b[frame], sign)
      frame &+= 1
    }
    self = comparison
  }

  @inline(__always)
  private mutating func choose(_ a: Float, _ b: Float, _ sign: Float) -> Float {
    let difference = ((a - first).magnitude - (b - second).magnitude) * sign
    if difference > 0 { favoursSecond = false } else if difference < 0 { favoursSecond = true }
    first = a
    second = b
    return favoursSecond ? b : a
  }

  /// False, and nothing is done, when they change equally somewhere.
  @inline(__always)
  private mutating func chooseEight(
    _ a: Lanes, _ b: Lanes, _ sign: Float, _ output: UnsafeMutablePointer<Float>
  ) -> Bool {
    var (beforeA, beforeB) = (a.movedByOne, b.movedByOne)
    beforeA[0] = first
    beforeB[0] = second
    let differences = ((a - beforeA).magnitude - (b - beforeB).magnitude) * sign
    guard differences.magnitude.bitsAboveZero == 255 else { return false }
    b.replacing(with: a, where: differences .> 0).store(to: output)
    favoursSecond = differences[7] < 0
    first = a[7]
    second = b[7]
    return true
  }
}
