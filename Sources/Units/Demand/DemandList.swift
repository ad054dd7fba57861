/// Where a unit stands in its list.
struct DemandList: BitwiseCopyable {
  var repeats = DemandRepeats()
  var index = 1
  /// Whether the next demand-rate input is to begin anew first.
  var isNew = true

  @inline(__always)
  mutating func restart() { self = DemandList() }
}
