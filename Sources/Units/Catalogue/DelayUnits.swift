import RealTime

/// Delays, combs and all-pass filters.
enum DelayUnits {
  static let units: [UnitDescriptor] = [
    AllpassC.descriptor,
    AllpassL.descriptor,
    AllpassN.descriptor,
    BufAllpassC.descriptor,
    BufAllpassL.descriptor,
    BufAllpassN.descriptor,
    BufCombC.descriptor,
    BufCombL.descriptor,
    BufCombN.descriptor,
    BufDelayC.descriptor,
    BufDelayL.descriptor,
    BufDelayN.descriptor,
    CombC.descriptor,
    CombL.descriptor,
    CombN.descriptor,
    DelTapRd.descriptor,
    DelTapWr.descriptor,
    Delay1.descriptor,
    Delay2.descriptor,
    DelayC.descriptor,
    DelayL.descriptor,
    DelayN.descriptor,
    PitchShift.descriptor,
    Pluck.descriptor,
  ]
}

#if RTCHECK
extension RealTimeAudit {
  @_noLocks
  static func everyDelayUnit(
    _ state: UnsafeMutableRawPointer, _ context: UnsafeRawPointer, _ wires: UnsafeRawPointer, _ frames: Int
  ) {
    AllpassC.run(state, context, wires, frames)
    AllpassC.runStart(state, context, wires, frames)
    AllpassL.run(state, context, wires, frames)
    AllpassL.runStart(state, context, wires, frames)
    AllpassN.run(state, context, wires, frames)
    AllpassN.runStart(state, context, wires, frames)
    BufAllpassC.run(state, context, wires, frames)
    BufAllpassC.runStart(state, context, wires, frames)
    BufAllpassL.run(state, context, wires, frames)
    BufAllpassL.runStart(state, context, wires, frames)
    BufAllpassN.run(state, context, wires, frames)
    BufAllpassN.runStart(state, context, wires, frames)
    BufCombC.run(state, context, wires, frames)
    BufCombC.runStart(state, context, wires, frames)
    BufCombL.run(state, context, wires, frames)
    BufCombL.runStart(state, context, wires, frames)
    BufCombN.run(state, context, wires, frames)
    BufCombN.runStart(state, context, wires, frames)
    BufDelayC.run(state, context, wires, frames)
    BufDelayC.runStart(state, context, wires, frames)
    BufDelayL.run(state, context, wires, frames)
    BufDelayL.runStart(state, context, wires, frames)
    BufDelayN.run(state, context, wires, frames)
    BufDelayN.runStart(state, context, wires, frames)
    CombC.run(state, context, wires, frames)
    CombC.runStart(state, context, wires, frames)
    CombL.run(state, context, wires, frames)
    CombL.runStart(state, context, wires, frames)
    CombN.run(state, context, wires, frames)
    CombN.runStart(state, context, wires, frames)
    DelTapRd.run(state, context, wires, frames)
    DelTapRd.runStart(state, context, wires, frames)
    DelTapWr.run(state, context, wires, frames)
    DelTapWr.runStart(state, context, wires, frames)
    Delay1.run(state, context, wires, frames)
    Delay1.runStart(state, context, wires, frames)
    Delay2.run(state, context, wires, frames)
    Delay2.runStart(state, context, wires, frames)
    DelayC.run(state, context, wires, frames)
    DelayC.runStart(state, context, wires, frames)
    DelayL.run(state, context, wires, frames)
    DelayL.runStart(state, context, wires, frames)
    DelayN.run(state, context, wires, frames)
    DelayN.runStart(state, context, wires, frames)
    PitchShift.run(state, context, wires, frames)
    PitchShift.runStart(state, context, wires, frames)
    Pluck.run(state, context, wires, frames)
    Pluck.runStart(state, context, wires, frames)
  }
}
#endif
