import RealTime

/// Transforms between time and frequency, and what changes spectra between them.
enum SpectralUnits {
  static let units: [UnitDescriptor] = [
    FFT.descriptor,
    FFTTrigger.descriptor,
    IFFT.descriptor,
    PV_Add.descriptor,
    PV_BrickWall.descriptor,
    PV_Copy.descriptor,
    PV_Div.descriptor,
    PV_Freeze.descriptor,
    PV_MagAbove.descriptor,
    PV_MagBelow.descriptor,
    PV_MagFreeze.descriptor,
    PV_MagMul.descriptor,
    PV_MagSmear.descriptor,
  ]
}

#if RTCHECK
extension RealTimeAudit {
  @_noLocks
  static func everySpectralUnit(
    _ state: UnsafeMutableRawPointer, _ context: UnsafeRawPointer, _ wires: UnsafeRawPointer, _ frames: Int
  ) {
    FFT.run(state, context, wires, frames)
    FFT.runStart(state, context, wires, frames)
    FFTTrigger.run(state, context, wires, frames)
    FFTTrigger.runStart(state, context, wires, frames)
    IFFT.run(state, context, wires, frames)
    IFFT.runStart(state, context, wires, frames)
    PV_Add.run(state, context, wires, frames)
    PV_Add.runStart(state, context, wires, frames)
    PV_BrickWall.run(state, context, wires, frames)
    PV_BrickWall.runStart(state, context, wires, frames)
    PV_Copy.run(state, context, wires, frames)
    PV_Copy.runStart(state, context, wires, frames)
    PV_Div.run(state, context, wires, frames)
    PV_Div.runStart(state, context, wires, frames)
    PV_Freeze.run(state, context, wires, frames)
    PV_Freeze.runStart(state, context, wires, frames)
    PV_MagAbove.run(state, context, wires, frames)
    PV_MagAbove.runStart(state, context, wires, frames)
    PV_MagBelow.run(state, context, wires, frames)
    PV_MagBelow.runStart(state, context, wires, frames)
    PV_MagFreeze.run(state, context, wires, frames)
    PV_MagFreeze.runStart(state, context, wires, frames)
    PV_MagMul.run(state, context, wires, frames)
    PV_MagMul.runStart(state, context, wires, frames)
    PV_MagSmear.run(state, context, wires, frames)
    PV_MagSmear.runStart(state, context, wires, frames)
  }
}
#endif
