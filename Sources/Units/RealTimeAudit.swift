#if RTCHECK
import RealTime

/// What the compiler checks in the release build: no unit allocates, locks or counts references, directly or in what it
/// calls. A unit that is missing here is found by the tests.
enum RealTimeAudit {
  @_noLocks
  static func everyUnit(
    _ state: UnsafeMutableRawPointer, _ context: UnsafeRawPointer, _ wires: UnsafeRawPointer, _ frames: Int
  ) {
    DeckStrip.run(state, context, wires, frames)
    In.run(state, context, wires, frames)
    MasterStrip.run(state, context, wires, frames)
    Out.run(state, context, wires, frames)
    StemPlayer.run(state, context, wires, frames)
    Tone.run(state, context, wires, frames)
  }
}
#endif
