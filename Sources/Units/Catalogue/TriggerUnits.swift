import RealTime

/// Triggers, and what counts, measures and holds.
enum TriggerUnits {
  static let units: [UnitDescriptor] = [
    AmpComp.descriptor,
    AmpCompA.descriptor,
    CheckBadValues.descriptor,
    Gate.descriptor,
    LastValue.descriptor,
    Latch.descriptor,
    Peak.descriptor,
    Poll.descriptor,
    PulseCount.descriptor,
    PulseDivider.descriptor,
    RunningMax.descriptor,
    RunningMin.descriptor,
    RunningSum.descriptor,
    Sanitize.descriptor,
    SendPeakRMS.descriptor,
    SendReply.descriptor,
    SendTrig.descriptor,
    SetResetFF.descriptor,
    Stepper.descriptor,
    TDelay.descriptor,
    Timer.descriptor,
    ToggleFF.descriptor,
    Trig.descriptor,
    Trig1.descriptor,
    ZeroCrossing.descriptor,
  ]
}

#if RTCHECK
extension RealTimeAudit {
  @_noLocks
  static func everyTriggerUnit(
    _ state: UnsafeMutableRawPointer, _ context: UnsafeRawPointer, _ wires: UnsafeRawPointer, _ frames: Int
  ) {
    AmpComp.run(state, context, wires, frames)
    AmpComp.runStart(state, context, wires, frames)
    AmpCompA.run(state, context, wires, frames)
    AmpCompA.runStart(state, context, wires, frames)
    CheckBadValues.run(state, context, wires, frames)
    CheckBadValues.runStart(state, context, wires, frames)
    Gate.run(state, context, wires, frames)
    Gate.runStart(state, context, wires, frames)
    LastValue.run(state, context, wires, frames)
    LastValue.runStart(state, context, wires, frames)
    Latch.run(state, context, wires, frames)
    Latch.runStart(state, context, wires, frames)
    Peak.run(state, context, wires, frames)
    Peak.runStart(state, context, wires, frames)
    Poll.run(state, context, wires, frames)
    Poll.runStart(state, context, wires, frames)
    PulseCount.run(state, context, wires, frames)
    PulseCount.runStart(state, context, wires, frames)
    PulseDivider.run(state, context, wires, frames)
    PulseDivider.runStart(state, context, wires, frames)
    RunningMax.run(state, context, wires, frames)
    RunningMax.runStart(state, context, wires, frames)
    RunningMin.run(state, context, wires, frames)
    RunningMin.runStart(state, context, wires, frames)
    RunningSum.run(state, context, wires, frames)
    RunningSum.runStart(state, context, wires, frames)
    Sanitize.run(state, context, wires, frames)
    Sanitize.runStart(state, context, wires, frames)
    SendPeakRMS.run(state, context, wires, frames)
    SendPeakRMS.runStart(state, context, wires, frames)
    SendReply.run(state, context, wires, frames)
    SendTrig.run(state, context, wires, frames)
    SetResetFF.run(state, context, wires, frames)
    SetResetFF.runStart(state, context, wires, frames)
    Stepper.run(state, context, wires, frames)
    Stepper.runStart(state, context, wires, frames)
    TDelay.run(state, context, wires, frames)
    TDelay.runStart(state, context, wires, frames)
    Timer.run(state, context, wires, frames)
    Timer.runStart(state, context, wires, frames)
    ToggleFF.run(state, context, wires, frames)
    ToggleFF.runStart(state, context, wires, frames)
    Trig.run(state, context, wires, frames)
    Trig.runStart(state, context, wires, frames)
    Trig1.run(state, context, wires, frames)
    Trig1.runStart(state, context, wires, frames)
    ZeroCrossing.run(state, context, wires, frames)
    ZeroCrossing.runStart(state, context, wires, frames)
  }
}
#endif
