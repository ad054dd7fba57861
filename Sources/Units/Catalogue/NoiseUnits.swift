import RealTime

/// Noise.
enum NoiseUnits {
  static let units: [UnitDescriptor] = [
    // One a line.
    WhiteNoise.descriptor,
  ]
}

#if RTCHECK
extension RealTimeAudit {
  @_noLocks
  static func everyNoiseUnit(
    _ state: UnsafeMutableRawPointer, _ context: UnsafeRawPointer, _ wires: UnsafeRawPointer, _ frames: Int
  ) {
    WhiteNoise.run(state, context, wires, frames)
    WhiteNoise.runStart(state, context, wires, frames)
  }
}
#endif
