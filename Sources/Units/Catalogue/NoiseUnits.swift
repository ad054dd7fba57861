import RealTime

/// Noise.
enum NoiseUnits {
  static let units: [UnitDescriptor] = [
    // One a line.
    BrownNoise.descriptor,
    ClipNoise.descriptor,
    Crackle.descriptor,
    Dust.descriptor,
    Dust2.descriptor,
    GrayNoise.descriptor,
    Hasher.descriptor,
    LFClipNoise.descriptor,
    LFDClipNoise.descriptor,
    LFDNoise0.descriptor,
    LFDNoise1.descriptor,
    LFDNoise3.descriptor,
    LFNoise0.descriptor,
    LFNoise1.descriptor,
    LFNoise2.descriptor,
    Logistic.descriptor,
    MantissaMask.descriptor,
    PinkNoise.descriptor,
    WhiteNoise.descriptor,
  ]
}

#if RTCHECK
extension RealTimeAudit {
  @_noLocks
  static func everyNoiseUnit(
    _ state: UnsafeMutableRawPointer, _ context: UnsafeRawPointer, _ wires: UnsafeRawPointer, _ frames: Int
  ) {
    BrownNoise.run(state, context, wires, frames)
    BrownNoise.runStart(state, context, wires, frames)
    ClipNoise.run(state, context, wires, frames)
    ClipNoise.runStart(state, context, wires, frames)
    Crackle.run(state, context, wires, frames)
    Crackle.runStart(state, context, wires, frames)
    Dust.run(state, context, wires, frames)
    Dust.runStart(state, context, wires, frames)
    Dust2.run(state, context, wires, frames)
    Dust2.runStart(state, context, wires, frames)
    GrayNoise.run(state, context, wires, frames)
    GrayNoise.runStart(state, context, wires, frames)
    Hasher.run(state, context, wires, frames)
    Hasher.runStart(state, context, wires, frames)
    LFClipNoise.run(state, context, wires, frames)
    LFClipNoise.runStart(state, context, wires, frames)
    LFDClipNoise.run(state, context, wires, frames)
    LFDClipNoise.runStart(state, context, wires, frames)
    LFDNoise0.run(state, context, wires, frames)
    LFDNoise0.runStart(state, context, wires, frames)
    LFDNoise1.run(state, context, wires, frames)
    LFDNoise1.runStart(state, context, wires, frames)
    LFDNoise3.run(state, context, wires, frames)
    LFDNoise3.runStart(state, context, wires, frames)
    LFNoise0.run(state, context, wires, frames)
    LFNoise0.runStart(state, context, wires, frames)
    LFNoise1.run(state, context, wires, frames)
    LFNoise1.runStart(state, context, wires, frames)
    LFNoise2.run(state, context, wires, frames)
    LFNoise2.runStart(state, context, wires, frames)
    Logistic.run(state, context, wires, frames)
    Logistic.runStart(state, context, wires, frames)
    MantissaMask.run(state, context, wires, frames)
    MantissaMask.runStart(state, context, wires, frames)
    PinkNoise.run(state, context, wires, frames)
    PinkNoise.runStart(state, context, wires, frames)
    WhiteNoise.run(state, context, wires, frames)
    WhiteNoise.runStart(state, context, wires, frames)
  }
}
#endif
