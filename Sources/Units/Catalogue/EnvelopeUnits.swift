import RealTime

/// Envelopes, lines and glides.
enum EnvelopeUnits {
  static let units: [UnitDescriptor] = [
    // One a line.
    Line.descriptor,
    XLine.descriptor,
  ]
}

#if RTCHECK
extension RealTimeAudit {
  @_noLocks
  static func everyEnvelopeUnit(
    _ state: UnsafeMutableRawPointer, _ context: UnsafeRawPointer, _ wires: UnsafeRawPointer, _ frames: Int
  ) {
    Line.run(state, context, wires, frames)
    Line.runStart(state, context, wires, frames)
    XLine.run(state, context, wires, frames)
    XLine.runStart(state, context, wires, frames)
  }
}
#endif
