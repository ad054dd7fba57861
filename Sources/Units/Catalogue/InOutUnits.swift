import RealTime

/// What reads and writes buses.
enum InOutUnits {
  static let units: [UnitDescriptor] = [
    // One a line.
    In.descriptor,
    InFeedback.descriptor,
    InTrig.descriptor,
    LagControl.descriptor,
    LagIn.descriptor,
    LocalIn.descriptor,
    LocalOut.descriptor,
    OffsetOut.descriptor,
    Out.descriptor,
    ReplaceOut.descriptor,
    ScopeOut2.descriptor,
    XOut.descriptor,
  ]
}

#if RTCHECK
extension RealTimeAudit {
  @_noLocks
  static func everyInOutUnit(
    _ state: UnsafeMutableRawPointer, _ context: UnsafeRawPointer, _ wires: UnsafeRawPointer, _ frames: Int
  ) {
    In.run(state, context, wires, frames)
    In.runStart(state, context, wires, frames)
    InFeedback.run(state, context, wires, frames)
    InFeedback.runStart(state, context, wires, frames)
    InTrig.run(state, context, wires, frames)
    InTrig.runStart(state, context, wires, frames)
    LagControl.run(state, context, wires, frames)
    LagControl.runStart(state, context, wires, frames)
    LagIn.run(state, context, wires, frames)
    LagIn.runStart(state, context, wires, frames)
    LocalIn.run(state, context, wires, frames)
    LocalIn.runStart(state, context, wires, frames)
    LocalOut.run(state, context, wires, frames)
    OffsetOut.run(state, context, wires, frames)
    OffsetOut.runStart(state, context, wires, frames)
    OffsetOut.runStop(state, context, wires, frames)
    Out.run(state, context, wires, frames)
    ReplaceOut.run(state, context, wires, frames)
    ScopeOut2.run(state, context, wires, frames)
    ScopeOut2.runStart(state, context, wires, frames)
    ScopeOut2.runStop(state, context, wires, frames)
    XOut.run(state, context, wires, frames)
    XOut.runStart(state, context, wires, frames)
  }
}
#endif
