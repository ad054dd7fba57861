import RealTime

/// The mixer's strips, and the ways between its buses.
enum MixerUnits {
  static let units: [UnitDescriptor] = [
    // One a line.
    DeckStrip.descriptor,
    MasterStrip.descriptor,
    Send.descriptor,
  ]
}

#if RTCHECK
extension RealTimeAudit {
  @_noLocks
  static func everyMixerUnit(
    _ state: UnsafeMutableRawPointer, _ context: UnsafeRawPointer, _ wires: UnsafeRawPointer, _ frames: Int
  ) {
    DeckStrip.run(state, context, wires, frames)
    MasterStrip.run(state, context, wires, frames)
    Send.run(state, context, wires, frames)
  }
}
#endif
