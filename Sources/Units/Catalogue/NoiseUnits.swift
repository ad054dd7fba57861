import RealTime

/// Noise.
enum NoiseUnits {
  static let units: [UnitDescriptor] = [
    // One a line.
    RandID.descriptor,
    RandSeed.descriptor,
    WhiteNoise.descriptor,
  ]
}

#if RTCHECK
extension RealTimeAudit {
  @_noLocks
  static func everyNoiseUnit(
    _ state: UnsafeMutableRawPointer, _ context: UnsafeRawPointer, _ wires: UnsafeRawPointer, _ frames: Int
  ) {
    RandID.run(state, context, wires, frames)
    RandID.runStart(state, context, wires, frames)
    RandSeed.run(state, context, wires, frames)
    RandSeed.runStart(state, context, wires, frames)
    WhiteNoise.run(state, context, wires, frames)
    WhiteNoise.runStart(state, context, wires, frames)
  }
}
#endif
