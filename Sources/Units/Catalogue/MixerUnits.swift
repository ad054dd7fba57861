import RealTime

/// The mixer's strips, and the ways between its buses.
enum MixerUnits {
  static let units: [UnitDescriptor] = [
    // One a line.
    DJFilter.descriptor,
    DeckStrip.descriptor,
    Isolator.descriptor,
    MasterStrip.descriptor,
    Send.descriptor,
    StemStrip.descriptor,
  ]
}

#if RTCHECK
extension RealTimeAudit {
  @_noLocks
  static func everyMixerUnit(
    _ state: UnsafeMutableRawPointer, _ context: UnsafeRawPointer, _ wires: UnsafeRawPointer, _ frames: Int
  ) {
    DJFilter.run(state, context, wires, frames)
    DeckStrip.run(state, context, wires, frames)
    Isolator.run(state, context, wires, frames)
    MasterStrip.run(state, context, wires, frames)
    MasterStrip.runStart(state, context, wires, frames)
    Send.run(state, context, wires, frames)
    StemStrip.run(state, context, wires, frames)
  }
}
#endif
