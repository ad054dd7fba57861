import RealTime

/// Random numbers.
enum RandomUnits {
  static let units: [UnitDescriptor] = [
    // One a line.
    Rand.descriptor,
    RandID.descriptor,
    RandSeed.descriptor,
  ]
}

#if RTCHECK
extension RealTimeAudit {
  @_noLocks
  static func everyRandomUnit(
    _ state: UnsafeMutableRawPointer, _ context: UnsafeRawPointer, _ wires: UnsafeRawPointer, _ frames: Int
  ) {
    Rand.run(state, context, wires, frames)
    Rand.runStart(state, context, wires, frames)
    RandID.run(state, context, wires, frames)
    RandID.runStart(state, context, wires, frames)
    RandSeed.run(state, context, wires, frames)
    RandSeed.runStart(state, context, wires, frames)
  }
}
#endif
