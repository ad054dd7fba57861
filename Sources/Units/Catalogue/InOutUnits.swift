import RealTime

/// What reads and writes buses.
enum InOutUnits {
  static let units: [UnitDescriptor] = [
    // One a line.
    In.descriptor,
    LagControl.descriptor,
    Out.descriptor,
  ]
}

#if RTCHECK
extension RealTimeAudit {
  @_noLocks
  static func everyInOutUnit(
    _ state: UnsafeMutableRawPointer, _ context: UnsafeRawPointer, _ wires: UnsafeRawPointer, _ frames: Int
  ) {
    In.run(state, context, wires, frames)
    LagControl.run(state, context, wires, frames)
    LagControl.runStart(state, context, wires, frames)
    Out.run(state, context, wires, frames)
  }
}
#endif
