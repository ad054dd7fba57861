import RealTime

/// What follows and shapes the level of a signal.
enum DynamicsUnits {
  static let units: [UnitDescriptor] = [
    Amplitude.descriptor,
    Compander.descriptor,
    Limiter.descriptor,
    Normalizer.descriptor,
  ]
}

#if RTCHECK
extension RealTimeAudit {
  @_noLocks
  static func everyDynamicsUnit(
    _ state: UnsafeMutableRawPointer, _ context: UnsafeRawPointer, _ wires: UnsafeRawPointer, _ frames: Int
  ) {
    Amplitude.run(state, context, wires, frames)
    Amplitude.runStart(state, context, wires, frames)
    Compander.run(state, context, wires, frames)
    Compander.runStart(state, context, wires, frames)
    Limiter.run(state, context, wires, frames)
    Limiter.runStart(state, context, wires, frames)
    Normalizer.run(state, context, wires, frames)
    Normalizer.runStart(state, context, wires, frames)
  }
}
#endif
