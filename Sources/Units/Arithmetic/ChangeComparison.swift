/// Which of two signals changes more, frame by frame; while they change equally, which did so last.
struct ChangeComparison: BitwiseCopyable {
  private var first: Float = 0
  private var second: Float = 0
  /// Whether the last difference was in favour of the second.
  private var favoursSecond: Bool

  init(favoursSecond: Bool) { self.favoursSecond = favoursSecond }

  /// - Parameter sign: 1 for who changes more, −1 for who changes less.
  @inline(__always)
  mutating func choose(_ a: Float, _ b: Float, sign: Float) -> Float {
    let difference = ((a - first).magnitude - (b - second).magnitude) * sign
    if difference > 0 { favoursSecond = false } else if difference < 0 { favoursSecond = true }
    first = a
    second = b
    return favoursSecond ? b : a
  }
}
