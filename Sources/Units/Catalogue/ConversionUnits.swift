import RealTime

/// Signals of one rate at another.
enum ConversionUnits {
  static let units: [UnitDescriptor] = [
    // One a line.
    A2K.descriptor,
    DC.descriptor,
    K2A.descriptor,
    T2A.descriptor,
    T2K.descriptor,
  ]
}

#if RTCHECK
extension RealTimeAudit {
  @_noLocks
  static func everyConversionUnit(
    _ state: UnsafeMutableRawPointer, _ context: UnsafeRawPointer, _ wires: UnsafeRawPointer, _ frames: Int
  ) {
    A2K.run(state, context, wires, frames)
    A2K.runStart(state, context, wires, frames)
    DC.run(state, context, wires, frames)
    DC.runStart(state, context, wires, frames)
    K2A.run(state, context, wires, frames)
    K2A.runStart(state, context, wires, frames)
    T2A.run(state, context, wires, frames)
    T2A.runStart(state, context, wires, frames)
    T2K.run(state, context, wires, frames)
    T2K.runStart(state, context, wires, frames)
  }
}
#endif
