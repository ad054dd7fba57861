import RealTime

/// What plays stems.
enum PlayerUnits {
  static let units: [UnitDescriptor] = [
    // One a line.
    StemPlayer.descriptor
  ]
}

#if RTCHECK
extension RealTimeAudit {
  @_noLocks
  static func everyPlayerUnit(
    _ state: UnsafeMutableRawPointer, _ context: UnsafeRawPointer, _ wires: UnsafeRawPointer, _ frames: Int
  ) {
    StemPlayer.run(state, context, wires, frames)
  }
}
#endif
