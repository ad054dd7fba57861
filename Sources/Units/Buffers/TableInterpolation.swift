/// How a table is read between its frames.
enum TableInterpolation {
  case none, linear, cubic
}

extension TableInterpolation {
  /// As grains name it: from 4 on cubic, from 2 on linear.
  @inline(__always)
  init(atLeast value: Float) { self = value >= 4 ? .cubic : value >= 2 ? .linear : .none }
}
