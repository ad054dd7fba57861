import CRealTime
import RealTime

extension RenderEngine {
  /// Tells the units of synths that have ended since the last block that they have.
  mutating func stopUnits() {
    while let node = tree.takeStopping() {
      context.node = node.pointee.id
      context.synth = withUnsafeMutablePointer(to: &node.pointee.synth) { $0 }
      context.blockStart = 0
      context.startOffset = 0
      if let calls = node.pointee.calls {
        withUnsafePointer(to: context) { Self.stop(calls, calls + Int(node.pointee.callCount), $0) }
      }
      if node.pointee.isHeldBack { ended.append(node) }
    }
  }

  private static func stop(_ calls: UnitCall.Pointer, _ end: UnitCall.Pointer, _ context: UnsafePointer<RenderContext>)
  {
    var call = calls
    while call < end {
      if let stop = call.pointee.stop {
        syrinx_call_unit(stop, call.pointee.state, UnsafeRawPointer(context), call.pointee.wires, 0)
      }
      call += 1
    }
  }
}
