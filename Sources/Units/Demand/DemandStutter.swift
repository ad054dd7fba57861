import CRealTime
import RealTime

/// A value, and how often it is still to come.
struct DemandStutter: BitwiseCopyable {
  private var repeats = -1.0
  private var count = 0.0
  private var value: Float = 0

  /// The first input says how often, the second one what.
  @inline(__always)
  mutating func next(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ offset: Int) -> Float {
    if count >= repeats {
      let newest = wires.demand(1, context, at: offset)
      let times = wires.demand(0, context, at: offset)
      guard newest == newest && times == times else { return .nan }
      value = newest
      repeats = Double(syrinx_floorf(times + 0.5))
      count = 0
    }
    count += 1
    return value
  }
}
