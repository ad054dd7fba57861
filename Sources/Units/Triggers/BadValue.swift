/// What is wrong with a sample.
enum BadValue: Int32, BitwiseCopyable {
  case none = 0
  case notANumber = 1
  case infinite = 2
  case denormal = 3

  /// Looks at the bits: the processor may take denormal numbers for 0.
  @inline(__always)
  init(_ value: Float) {
    let bits = value.bitPattern & 0x7FFF_FFFF
    self =
      bits > 0x7F80_0000
      ? .notANumber : bits == 0x7F80_0000 ? .infinite : bits != 0 && bits < 0x80_0000 ? .denormal : .none
  }

  @inline(__always)
  var name: StaticString {
    switch self {
    case .none: "normal"
    case .notANumber: "NaN"
    case .infinite: "infinity"
    case .denormal: "denormal"
    }
  }
}
