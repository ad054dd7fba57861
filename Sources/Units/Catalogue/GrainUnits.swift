import RealTime

/// Clouds of grains: of buffers, of sines and of signals.
enum GrainUnits {
  static let units: [UnitDescriptor] = [
    GrainBuf.descriptor,
    GrainFM.descriptor,
    GrainIn.descriptor,
    GrainSin.descriptor,
    TGrains.descriptor,
  ]
}

#if RTCHECK
extension RealTimeAudit {
  @_noLocks
  static func everyGrainUnit(
    _ state: UnsafeMutableRawPointer, _ context: UnsafeRawPointer, _ wires: UnsafeRawPointer, _ frames: Int
  ) {
    GrainBuf.run(state, context, wires, frames)
    GrainBuf.runStart(state, context, wires, frames)
    GrainFM.run(state, context, wires, frames)
    GrainFM.runStart(state, context, wires, frames)
    GrainIn.run(state, context, wires, frames)
    GrainIn.runStart(state, context, wires, frames)
    GrainSin.run(state, context, wires, frames)
    GrainSin.runStart(state, context, wires, frames)
    TGrains.run(state, context, wires, frames)
    TGrains.runStart(state, context, wires, frames)
  }
}
#endif
