import RealTime

/// Rooms.
enum ReverbUnits {
  static let units: [UnitDescriptor] = [
    FreeVerb.descriptor,
    FreeVerb2.descriptor,
    GVerb.descriptor,
  ]
}

#if RTCHECK
extension RealTimeAudit {
  @_noLocks
  static func everyReverbUnit(
    _ state: UnsafeMutableRawPointer, _ context: UnsafeRawPointer, _ wires: UnsafeRawPointer, _ frames: Int
  ) {
    FreeVerb.run(state, context, wires, frames)
    FreeVerb.runStart(state, context, wires, frames)
    FreeVerb2.run(state, context, wires, frames)
    FreeVerb2.runStart(state, context, wires, frames)
    GVerb.run(state, context, wires, frames)
    GVerb.runStart(state, context, wires, frames)
  }
}
#endif
