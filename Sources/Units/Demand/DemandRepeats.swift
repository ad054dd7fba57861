import CRealTime
import RealTime

/// How often a unit has a value, or goes through its list: asked for with the first one.
struct DemandRepeats: BitwiseCopyable {
  /// −1: not asked for yet.
  private var limit: Float = -1
  private var count: Int32 = 0

  var isOver: Bool { Double(count) >= Double(limit) }

  @inline(__always)
  mutating func advance() { count &+= 1 }

  @inline(__always)
  mutating func restart() { self = DemandRepeats() }

  /// Asks the first input, unless that is done.
  ///
  /// - Returns: whether it was asked now.
  @inline(__always)
  mutating func ask(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ offset: Int) -> Bool {
    guard limit < 0 else { return false }
    let value = wires.demand(0, context, at: offset)
    limit = value == value ? syrinx_floorf(value + 0.5) : 0
    return true
  }
}
