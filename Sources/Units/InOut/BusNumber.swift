/// A bus number that came over a wire.
enum BusNumber {
  /// The whole number below; −1, which is no bus, for what is none.
  @inline(__always)
  static func whole(_ value: Float) -> Int { value >= 0 && value < 16_777_216 ? Int(value) : -1 }
}
