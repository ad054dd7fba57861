import RealTime

/// Filters, and what makes a signal smooth.
enum FilterUnits {
  static let units: [UnitDescriptor] = [
    APF.descriptor,
    BAllPass.descriptor,
    BBandPass.descriptor,
    BBandStop.descriptor,
    BHiPass.descriptor,
    BHiShelf.descriptor,
    BLowPass.descriptor,
    BLowShelf.descriptor,
    BPF.descriptor,
    BPZ2.descriptor,
    BPeakEQ.descriptor,
    BRF.descriptor,
    BRZ2.descriptor,
    Decay.descriptor,
    Decay2.descriptor,
    FOS.descriptor,
    FreqShift.descriptor,
    HPF.descriptor,
    HPZ1.descriptor,
    HPZ2.descriptor,
    Hilbert.descriptor,
    Integrator.descriptor,
    LPF.descriptor,
    LPZ1.descriptor,
    LPZ2.descriptor,
    Lag.descriptor,
    Lag2.descriptor,
    Lag2UD.descriptor,
    Lag3.descriptor,
    Lag3UD.descriptor,
    LagUD.descriptor,
    LeakDC.descriptor,
    Median.descriptor,
    MidEQ.descriptor,
    MoogFF.descriptor,
    OnePole.descriptor,
    OneZero.descriptor,
    RHPF.descriptor,
    RLPF.descriptor,
    Ramp.descriptor,
    Resonz.descriptor,
    Ringz.descriptor,
    SOS.descriptor,
    Slew.descriptor,
    Slope.descriptor,
    TwoPole.descriptor,
    TwoZero.descriptor,
    VarLag.descriptor,
  ]
}

#if RTCHECK
extension RealTimeAudit {
  @_noLocks
  static func everyFilterUnit(
    _ state: UnsafeMutableRawPointer, _ context: UnsafeRawPointer, _ wires: UnsafeRawPointer, _ frames: Int
  ) {
    APF.run(state, context, wires, frames)
    APF.runStart(state, context, wires, frames)
    BAllPass.run(state, context, wires, frames)
    BAllPass.runStart(state, context, wires, frames)
    BBandPass.run(state, context, wires, frames)
    BBandPass.runStart(state, context, wires, frames)
    BBandStop.run(state, context, wires, frames)
    BBandStop.runStart(state, context, wires, frames)
    BHiPass.run(state, context, wires, frames)
    BHiPass.runStart(state, context, wires, frames)
    BHiShelf.run(state, context, wires, frames)
    BHiShelf.runStart(state, context, wires, frames)
    BLowPass.run(state, context, wires, frames)
    BLowPass.runStart(state, context, wires, frames)
    BLowShelf.run(state, context, wires, frames)
    BLowShelf.runStart(state, context, wires, frames)
    BPF.run(state, context, wires, frames)
    BPF.runStart(state, context, wires, frames)
    BPZ2.run(state, context, wires, frames)
    BPZ2.runStart(state, context, wires, frames)
    BPeakEQ.run(state, context, wires, frames)
    BPeakEQ.runStart(state, context, wires, frames)
    BRF.run(state, context, wires, frames)
    BRF.runStart(state, context, wires, frames)
    BRZ2.run(state, context, wires, frames)
    BRZ2.runStart(state, context, wires, frames)
    Decay.run(state, context, wires, frames)
    Decay.runStart(state, context, wires, frames)
    Decay2.run(state, context, wires, frames)
    Decay2.runStart(state, context, wires, frames)
    FOS.run(state, context, wires, frames)
    FOS.runStart(state, context, wires, frames)
    FreqShift.run(state, context, wires, frames)
    FreqShift.runStart(state, context, wires, frames)
    HPF.run(state, context, wires, frames)
    HPF.runStart(state, context, wires, frames)
    HPZ1.run(state, context, wires, frames)
    HPZ1.runStart(state, context, wires, frames)
    HPZ2.run(state, context, wires, frames)
    HPZ2.runStart(state, context, wires, frames)
    Hilbert.run(state, context, wires, frames)
    Hilbert.runStart(state, context, wires, frames)
    Integrator.run(state, context, wires, frames)
    Integrator.runStart(state, context, wires, frames)
    LPF.run(state, context, wires, frames)
    LPF.runStart(state, context, wires, frames)
    LPZ1.run(state, context, wires, frames)
    LPZ1.runStart(state, context, wires, frames)
    LPZ2.run(state, context, wires, frames)
    LPZ2.runStart(state, context, wires, frames)
    Lag.run(state, context, wires, frames)
    Lag.runStart(state, context, wires, frames)
    Lag2.run(state, context, wires, frames)
    Lag2.runStart(state, context, wires, frames)
    Lag2UD.run(state, context, wires, frames)
    Lag2UD.runStart(state, context, wires, frames)
    Lag3.run(state, context, wires, frames)
    Lag3.runStart(state, context, wires, frames)
    Lag3UD.run(state, context, wires, frames)
    Lag3UD.runStart(state, context, wires, frames)
    LagUD.run(state, context, wires, frames)
    LagUD.runStart(state, context, wires, frames)
    LeakDC.run(state, context, wires, frames)
    LeakDC.runStart(state, context, wires, frames)
    Median.run(state, context, wires, frames)
    Median.runStart(state, context, wires, frames)
    MidEQ.run(state, context, wires, frames)
    MidEQ.runStart(state, context, wires, frames)
    MoogFF.run(state, context, wires, frames)
    MoogFF.runStart(state, context, wires, frames)
    OnePole.run(state, context, wires, frames)
    OnePole.runStart(state, context, wires, frames)
    OneZero.run(state, context, wires, frames)
    OneZero.runStart(state, context, wires, frames)
    RHPF.run(state, context, wires, frames)
    RHPF.runStart(state, context, wires, frames)
    RLPF.run(state, context, wires, frames)
    RLPF.runStart(state, context, wires, frames)
    Ramp.run(state, context, wires, frames)
    Ramp.runStart(state, context, wires, frames)
    Resonz.run(state, context, wires, frames)
    Resonz.runStart(state, context, wires, frames)
    Ringz.run(state, context, wires, frames)
    Ringz.runStart(state, context, wires, frames)
    SOS.run(state, context, wires, frames)
    SOS.runStart(state, context, wires, frames)
    Slew.run(state, context, wires, frames)
    Slew.runStart(state, context, wires, frames)
    Slope.run(state, context, wires, frames)
    Slope.runStart(state, context, wires, frames)
    TwoPole.run(state, context, wires, frames)
    TwoPole.runStart(state, context, wires, frames)
    TwoZero.run(state, context, wires, frames)
    TwoZero.runStart(state, context, wires, frames)
    VarLag.run(state, context, wires, frames)
    VarLag.runStart(state, context, wires, frames)
  }
}
#endif
