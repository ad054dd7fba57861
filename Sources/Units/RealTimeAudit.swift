#if RTCHECK
import RealTime

/// What the compiler checks in the release build: no unit allocates, locks or counts references, directly or in what it
/// calls. A unit that is missing here is found by the tests.
enum RealTimeAudit {
  @_noLocks
  static func everyUnit(
    _ state: UnsafeMutableRawPointer, _ context: UnsafeRawPointer, _ wires: UnsafeRawPointer, _ frames: Int
  ) {
    BassVoice.run(state, context, wires, frames)
    DeckStrip.run(state, context, wires, frames)
    Echo.run(state, context, wires, frames)
    ElectricPiano.run(state, context, wires, frames)
    HiHat.run(state, context, wires, frames)
    In.run(state, context, wires, frames)
    KickDrum.run(state, context, wires, frames)
    LeadVoice.run(state, context, wires, frames)
    Line.run(state, context, wires, frames)
    MasterStrip.run(state, context, wires, frames)
    Out.run(state, context, wires, frames)
    PadVoice.run(state, context, wires, frames)
    Placement.run(state, context, wires, frames)
    PluckVoice.run(state, context, wires, frames)
    Riser.run(state, context, wires, frames)
    Room.run(state, context, wires, frames)
    Saturation.run(state, context, wires, frames)
    SinOsc.run(state, context, wires, frames)
    SnareDrum.run(state, context, wires, frames)
    StemPlayer.run(state, context, wires, frames)
    Tone.run(state, context, wires, frames)
    WhiteNoise.run(state, context, wires, frames)
  }

  /// The same for what units do before the first block.
  @_noLocks
  static func everyStart(
    _ state: UnsafeMutableRawPointer, _ context: UnsafeRawPointer, _ wires: UnsafeRawPointer, _ frames: Int
  ) {
    Line.runStart(state, context, wires, frames)
    SinOsc.runStart(state, context, wires, frames)
    WhiteNoise.runStart(state, context, wires, frames)
  }
}
#endif
