import CRealTime

/// What the longest node took of a call of the device. A node does about the same little work in every block: where a call
/// is late only because one of them was, the machine stood still meanwhile.
struct NodeWatch {
  /// Off, it costs nothing; on, the clock is asked twice for each node.
  let isOn: Bool
  private var began: UInt64 = 0
  /// In nanoseconds of a processor.
  private(set) var longest: UInt64 = 0

  init(isOn: Bool) { self.isOn = isOn }

  mutating func beginCall() { longest = 0 }

  @inline(__always)
  mutating func beginNode() {
    if isOn { began = syrinx_thread_nanoseconds() }
  }

  @inline(__always)
  mutating func endNode() {
    guard isOn else { return }
    let taken = syrinx_thread_nanoseconds() &- began
    if taken > longest { longest = taken }
  }
}
