import RealTime

/// Envelopes, lines, and what ends a synth.
enum EnvelopeUnits {
  static let units: [UnitDescriptor] = [
    DetectSilence.descriptor,
    Done.descriptor,
    EnvGen.descriptor,
    Free.descriptor,
    FreeSelf.descriptor,
    FreeSelfWhenDone.descriptor,
    IEnvGen.descriptor,
    Line.descriptor,
    Linen.descriptor,
    Pause.descriptor,
    PauseSelf.descriptor,
    PauseSelfWhenDone.descriptor,
    XLine.descriptor,
  ]
}

#if RTCHECK
extension RealTimeAudit {
  @_noLocks
  static func everyEnvelopeUnit(
    _ state: UnsafeMutableRawPointer, _ context: UnsafeRawPointer, _ wires: UnsafeRawPointer, _ frames: Int
  ) {
    DetectSilence.run(state, context, wires, frames)
    DetectSilence.runStart(state, context, wires, frames)
    Done.run(state, context, wires, frames)
    Done.runStart(state, context, wires, frames)
    EnvGen.run(state, context, wires, frames)
    EnvGen.runStart(state, context, wires, frames)
    Free.run(state, context, wires, frames)
    Free.runStart(state, context, wires, frames)
    FreeSelf.run(state, context, wires, frames)
    FreeSelf.runStart(state, context, wires, frames)
    FreeSelfWhenDone.run(state, context, wires, frames)
    FreeSelfWhenDone.runStart(state, context, wires, frames)
    IEnvGen.run(state, context, wires, frames)
    IEnvGen.runStart(state, context, wires, frames)
    Line.run(state, context, wires, frames)
    Line.runStart(state, context, wires, frames)
    Linen.run(state, context, wires, frames)
    Linen.runStart(state, context, wires, frames)
    Pause.run(state, context, wires, frames)
    Pause.runStart(state, context, wires, frames)
    PauseSelf.run(state, context, wires, frames)
    PauseSelf.runStart(state, context, wires, frames)
    PauseSelfWhenDone.run(state, context, wires, frames)
    PauseSelfWhenDone.runStart(state, context, wires, frames)
    XLine.run(state, context, wires, frames)
    XLine.runStart(state, context, wires, frames)
  }
}
#endif
