import RealTime

/// What places a signal among channels.
enum PanningUnits {
  static let units: [UnitDescriptor] = [
    Balance2.descriptor,
    BiPanB2.descriptor,
    DecodeB2.descriptor,
    LinPan2.descriptor,
    LinXFade2.descriptor,
    Pan2.descriptor,
    Pan4.descriptor,
    PanAz.descriptor,
    PanB.descriptor,
    PanB2.descriptor,
    Rotate2.descriptor,
    XFade2.descriptor,
  ]
}

#if RTCHECK
extension RealTimeAudit {
  @_noLocks
  static func everyPanningUnit(
    _ state: UnsafeMutableRawPointer, _ context: UnsafeRawPointer, _ wires: UnsafeRawPointer, _ frames: Int
  ) {
    Balance2.run(state, context, wires, frames)
    Balance2.runStart(state, context, wires, frames)
    BiPanB2.run(state, context, wires, frames)
    BiPanB2.runStart(state, context, wires, frames)
    DecodeB2.run(state, context, wires, frames)
    DecodeB2.runStart(state, context, wires, frames)
    LinPan2.run(state, context, wires, frames)
    LinPan2.runStart(state, context, wires, frames)
    LinXFade2.run(state, context, wires, frames)
    LinXFade2.runStart(state, context, wires, frames)
    Pan2.run(state, context, wires, frames)
    Pan2.runStart(state, context, wires, frames)
    Pan4.run(state, context, wires, frames)
    Pan4.runStart(state, context, wires, frames)
    PanAz.run(state, context, wires, frames)
    PanAz.runStart(state, context, wires, frames)
    PanB.run(state, context, wires, frames)
    PanB.runStart(state, context, wires, frames)
    PanB2.run(state, context, wires, frames)
    PanB2.runStart(state, context, wires, frames)
    Rotate2.run(state, context, wires, frames)
    Rotate2.runStart(state, context, wires, frames)
    XFade2.run(state, context, wires, frames)
    XFade2.runStart(state, context, wires, frames)
  }
}
#endif
