import RealTime

/// The instruments of the demo songs, and their effects.
enum InstrumentUnits {
  static let units: [UnitDescriptor] = [
    // One a line.
    BassVoice.descriptor,
    Echo.descriptor,
    ElectricPiano.descriptor,
    HiHat.descriptor,
    KickDrum.descriptor,
    LeadVoice.descriptor,
    PadVoice.descriptor,
    Placement.descriptor,
    PluckVoice.descriptor,
    Riser.descriptor,
    Room.descriptor,
    Saturation.descriptor,
    SnareDrum.descriptor,
  ]
}

#if RTCHECK
extension RealTimeAudit {
  @_noLocks
  static func everyInstrumentUnit(
    _ state: UnsafeMutableRawPointer, _ context: UnsafeRawPointer, _ wires: UnsafeRawPointer, _ frames: Int
  ) {
    BassVoice.run(state, context, wires, frames)
    Echo.run(state, context, wires, frames)
    ElectricPiano.run(state, context, wires, frames)
    HiHat.run(state, context, wires, frames)
    KickDrum.run(state, context, wires, frames)
    LeadVoice.run(state, context, wires, frames)
    PadVoice.run(state, context, wires, frames)
    Placement.run(state, context, wires, frames)
    PluckVoice.run(state, context, wires, frames)
    Riser.run(state, context, wires, frames)
    Room.run(state, context, wires, frames)
    Saturation.run(state, context, wires, frames)
    SnareDrum.run(state, context, wires, frames)
  }
}
#endif
