/// A filter of one pole that stands still, y = a · (the y before) + x, eight frames at once in single precision: for factors
/// that forget soon.
struct DampingLanes {
  private let a: Float
  private let powers: Lanes

  @inline(__always)
  init(_ a: Float) {
    self.a = a
    let a2 = a * a
    let a4 = a2 * a2
    powers = Lanes(a, a2, a2 * a, a4, a4 * a, a4 * a2, a4 * (a2 * a), a4 * a4)
  }

  /// - Parameter last: what came before, then what comes last.
  @inline(__always)
  func next(_ x: Lanes, _ last: inout Float) -> Lanes {
    let a2 = a * a
    let two = multiplyAdd(x.movedByOne, Lanes(repeating: a), x)
    let four = multiplyAdd(two.movedByTwo, Lanes(repeating: a2), two)
    let eight = multiplyAdd(four.movedByFour, Lanes(repeating: a2 * a2), four)
    let values = multiplyAdd(powers, Lanes(repeating: last), eight)
    last = values[7]
    return values
  }
}
