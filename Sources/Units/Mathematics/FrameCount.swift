/// A number of frames that was computed.
enum FrameCount {
  /// Without its fraction; `lowest` where it is lower or no number.
  @inline(__always)
  static func whole(_ value: Double, atLeast lowest: Int, atMost highest: Int = 1 << 40) -> Int {
    guard value >= Double(lowest) else { return lowest }
    return value < Double(highest) ? Int(value) : highest
  }
}
