import RealTime

/// Oscillators.
enum OscillatorUnits {
  static let units: [UnitDescriptor] = [
    // One a line.
    Blip.descriptor,
    COsc.descriptor,
    FSinOsc.descriptor,
    Formant.descriptor,
    Formlet.descriptor,
    Impulse.descriptor,
    Klang.descriptor,
    Klank.descriptor,
    LFCub.descriptor,
    LFGauss.descriptor,
    LFPar.descriptor,
    LFPulse.descriptor,
    LFSaw.descriptor,
    LFTri.descriptor,
    Osc.descriptor,
    OscN.descriptor,
    Phasor.descriptor,
    Pulse.descriptor,
    Saw.descriptor,
    Shaper.descriptor,
    SinOsc.descriptor,
    SinOscFB.descriptor,
    Sweep.descriptor,
    SyncSaw.descriptor,
    Tone.descriptor,
    VOsc.descriptor,
    VOsc3.descriptor,
    VarSaw.descriptor,
    Vibrato.descriptor,
  ]
}

#if RTCHECK
extension RealTimeAudit {
  @_noLocks
  static func everyOscillatorUnit(
    _ state: UnsafeMutableRawPointer, _ context: UnsafeRawPointer, _ wires: UnsafeRawPointer, _ frames: Int
  ) {
    Blip.run(state, context, wires, frames)
    Blip.runStart(state, context, wires, frames)
    COsc.run(state, context, wires, frames)
    COsc.runStart(state, context, wires, frames)
    FSinOsc.run(state, context, wires, frames)
    FSinOsc.runStart(state, context, wires, frames)
    Formant.run(state, context, wires, frames)
    Formant.runStart(state, context, wires, frames)
    Formlet.run(state, context, wires, frames)
    Formlet.runStart(state, context, wires, frames)
    Impulse.run(state, context, wires, frames)
    Impulse.runStart(state, context, wires, frames)
    Klang.run(state, context, wires, frames)
    Klang.runStart(state, context, wires, frames)
    Klank.run(state, context, wires, frames)
    Klank.runStart(state, context, wires, frames)
    LFCub.run(state, context, wires, frames)
    LFCub.runStart(state, context, wires, frames)
    LFGauss.run(state, context, wires, frames)
    LFGauss.runStart(state, context, wires, frames)
    LFPar.run(state, context, wires, frames)
    LFPar.runStart(state, context, wires, frames)
    LFPulse.run(state, context, wires, frames)
    LFPulse.runStart(state, context, wires, frames)
    LFSaw.run(state, context, wires, frames)
    LFSaw.runStart(state, context, wires, frames)
    LFTri.run(state, context, wires, frames)
    LFTri.runStart(state, context, wires, frames)
    Osc.run(state, context, wires, frames)
    Osc.runStart(state, context, wires, frames)
    OscN.run(state, context, wires, frames)
    OscN.runStart(state, context, wires, frames)
    Phasor.run(state, context, wires, frames)
    Phasor.runStart(state, context, wires, frames)
    Pulse.run(state, context, wires, frames)
    Pulse.runStart(state, context, wires, frames)
    Saw.run(state, context, wires, frames)
    Saw.runStart(state, context, wires, frames)
    Shaper.run(state, context, wires, frames)
    Shaper.runStart(state, context, wires, frames)
    SinOsc.run(state, context, wires, frames)
    SinOsc.runStart(state, context, wires, frames)
    SinOscFB.run(state, context, wires, frames)
    SinOscFB.runStart(state, context, wires, frames)
    Sweep.run(state, context, wires, frames)
    Sweep.runStart(state, context, wires, frames)
    SyncSaw.run(state, context, wires, frames)
    SyncSaw.runStart(state, context, wires, frames)
    Tone.run(state, context, wires, frames)
    VOsc.run(state, context, wires, frames)
    VOsc.runStart(state, context, wires, frames)
    VOsc3.run(state, context, wires, frames)
    VOsc3.runStart(state, context, wires, frames)
    VarSaw.run(state, context, wires, frames)
    VarSaw.runStart(state, context, wires, frames)
    Vibrato.run(state, context, wires, frames)
    Vibrato.runStart(state, context, wires, frames)
  }
}
#endif
