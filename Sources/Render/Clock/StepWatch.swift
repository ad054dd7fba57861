import CRealTime

/// What the longest single step of a call of the device took: a node, or what follows the last of them. A step does about the
/// same little work in every block: where a call is late only because one of them was, the machine stood still meanwhile.
struct StepWatch {
  /// Off, it costs nothing; on, the clock is asked once for each step.
  let isOn: Bool
  private var last: UInt64 = 0
  /// In nanoseconds of a processor.
  private(set) var longest: UInt64 = 0

  init(isOn: Bool) { self.isOn = isOn }

  mutating func beginCall() { longest = 0 }

  /// The first step begins.
  @inline(__always)
  mutating func begin() {
    if isOn { last = syrinx_thread_nanoseconds() }
  }

  /// A step is done, the next one begins.
  @inline(__always)
  mutating func step() {
    guard isOn else { return }
    let now = syrinx_thread_nanoseconds()
    if now &- last > longest { longest = now &- last }
    last = now
  }
}
