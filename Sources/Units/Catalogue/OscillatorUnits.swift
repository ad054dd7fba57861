import RealTime

/// Oscillators.
enum OscillatorUnits {
  static let units: [UnitDescriptor] = [
    // One a line.
    Impulse.descriptor,
    SinOsc.descriptor,
    Tone.descriptor,
  ]
}

#if RTCHECK
extension RealTimeAudit {
  @_noLocks
  static func everyOscillatorUnit(
    _ state: UnsafeMutableRawPointer, _ context: UnsafeRawPointer, _ wires: UnsafeRawPointer, _ frames: Int
  ) {
    Impulse.run(state, context, wires, frames)
    Impulse.runStart(state, context, wires, frames)
    SinOsc.run(state, context, wires, frames)
    SinOsc.runStart(state, context, wires, frames)
    Tone.run(state, context, wires, frames)
  }
}
#endif
