import CRealTime
import RealTime

/// A unit that plays a list: its inputs from the second one on, in an order of its own.
protocol DemandListUnitGenerator: DemandUnitGenerator {
  var list: DemandList { get set }

  /// The input that is played.
  var input: Int { get }

  /// Called before each try: goes around at the list's end.
  mutating func turn()
  /// Goes on after an input.
  mutating func advance(_ context: UnsafePointer<RenderContext>, _ wires: Wires)
  /// Called when the list is over.
  mutating func finish()
}

extension DemandListUnitGenerator {
  @inline(__always) var input: Int { list.index }

  @inline(__always)
  mutating func turn() {}

  @inline(__always)
  mutating func finish() {}

  @inline(__always)
  mutating func next(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ offset: Int) -> Float {
    _ = list.repeats.ask(context, wires, offset)
    // Of a list of nothing but empty inputs there is no value.
    var attempts = 0
    while attempts < 1024 {
      turn()
      if list.repeats.isOver {
        finish()
        return .nan
      }
      let input = input
      guard input > 0 && input < inputCount else { return .nan }
      if !wires.isDemand(input) {
        let value = wires.demand(input, context, at: offset)
        advance(context, wires)
        list.isNew = true
        return value
      }
      if list.isNew {
        list.isNew = false
        wires.resetDemand(input, context)
      }
      let value = wires.demand(input, context, at: offset)
      if value == value { return value }
      advance(context, wires)
      list.isNew = true
      attempts &+= 1
    }
    return .nan
  }

  /// A whole number from 0, below a bound.
  @inline(__always)
  func draw(_ context: UnsafePointer<RenderContext>, below bound: Int) -> Int {
    let part = context.pointee.random.pointee.unipolarDouble()
    return Int(syrinx_floor(Double(bound) * part))
  }
}
