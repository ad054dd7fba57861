import CRealTime
import RealTime

/// Nodes that are told unit by unit, or node by node.
extension RenderEngine {
  func beginTrace(_ node: Node.Pointer) {
    node.pointee.isTraced = false
    context.send(.trace, node.pointee.id) { record in
      record.append(Int32(-1))
      record.append(UInt32(truncatingIfNeeded: node.pointee.tag))
      record.append(UInt32(truncatingIfNeeded: node.pointee.tag >> 32))
      guard let controls = node.pointee.controls else { return }
      var index = 0
      while index < Int(node.pointee.controlCount) {
        record.append(controls[index].values.pointee)
        index &+= 1
      }
    }
  }

  /// Renders a block, and tells each unit's first inputs and outputs.
  static func traceUnits(
    _ calls: UnitCall.Pointer, _ end: UnitCall.Pointer, _ context: UnsafePointer<RenderContext>
  ) {
    var call = calls
    while call < end {
      let one = call
      call += 1
      guard one.pointee.frames > 0 else { continue }
      let number = Int32(truncatingIfNeeded: one - calls)
      let wires = Wires(one.pointee.wires)
      tell(context, number, wires, 0, Int(one.pointee.inputCount))
      syrinx_call_unit(
        one.pointee.thunk, one.pointee.state, UnsafeRawPointer(context), one.pointee.wires, Int(one.pointee.frames))
      tell(context, number, wires, Int(one.pointee.inputCount), Int(one.pointee.outputCount))
    }
    context.pointee.send(.trace, context.pointee.node) { $0.append(Int32(-2)) }
  }

  private static func tell(
    _ context: UnsafePointer<RenderContext>, _ number: Int32, _ wires: Wires, _ first: Int, _ count: Int
  ) {
    context.pointee.send(.trace, context.pointee.node) { record in
      record.append(number)
      var index = 0
      while index < count {
        record.append(wires[first &+ index].pointee)
        index &+= 1
      }
    }
  }

  func traceGroup(_ group: Node.Pointer) {
    group.pointee.isTraced = false
    context.send(.groupTrace, group.pointee.id) { record in
      var child = group.pointee.firstChild
      while let node = child {
        record.append(node.pointee.id)
        record.append(node.pointee.isGroup ? Int32(1) : Int32(0))
        record.append(UInt32(truncatingIfNeeded: node.pointee.tag))
        record.append(UInt32(truncatingIfNeeded: node.pointee.tag >> 32))
        child = node.pointee.next
      }
    }
  }
}
