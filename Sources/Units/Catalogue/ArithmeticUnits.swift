import RealTime

/// Operators and other arithmetic.
enum ArithmeticUnits {
  static let units: [UnitDescriptor] = [
    // One a line.
    BinaryOpUGen.descriptor,
    MulAdd.descriptor,
    Select.descriptor,
    Sum3.descriptor,
    Sum4.descriptor,
    UnaryOpUGen.descriptor,
  ]
}

#if RTCHECK
extension RealTimeAudit {
  @_noLocks
  static func everyArithmeticUnit(
    _ state: UnsafeMutableRawPointer, _ context: UnsafeRawPointer, _ wires: UnsafeRawPointer, _ frames: Int
  ) {
    BinaryOpUGen.run(state, context, wires, frames)
    BinaryOpUGen.runStart(state, context, wires, frames)
    MulAdd.run(state, context, wires, frames)
    MulAdd.runStart(state, context, wires, frames)
    Select.run(state, context, wires, frames)
    Select.runStart(state, context, wires, frames)
    Sum3.run(state, context, wires, frames)
    Sum3.runStart(state, context, wires, frames)
    Sum4.run(state, context, wires, frames)
    Sum4.runStart(state, context, wires, frames)
    UnaryOpUGen.run(state, context, wires, frames)
    UnaryOpUGen.runStart(state, context, wires, frames)
  }
}
#endif
