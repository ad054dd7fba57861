import RealTime

/// Operators and other arithmetic.
enum ArithmeticUnits {
  static let units: [UnitDescriptor] = [
    // One a line.
    BinaryOpUGen.descriptor,
    Clip.descriptor,
    DetectIndex.descriptor,
    Fold.descriptor,
    FoldIndex.descriptor,
    InRange.descriptor,
    Index.descriptor,
    IndexInBetween.descriptor,
    IndexL.descriptor,
    LeastChange.descriptor,
    LinExp.descriptor,
    ModDif.descriptor,
    MostChange.descriptor,
    MulAdd.descriptor,
    Schmidt.descriptor,
    Select.descriptor,
    Sum3.descriptor,
    Sum4.descriptor,
    UnaryOpUGen.descriptor,
    Wrap.descriptor,
    WrapIndex.descriptor,
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
    Clip.run(state, context, wires, frames)
    Clip.runStart(state, context, wires, frames)
    DetectIndex.run(state, context, wires, frames)
    DetectIndex.runStart(state, context, wires, frames)
    Fold.run(state, context, wires, frames)
    Fold.runStart(state, context, wires, frames)
    FoldIndex.run(state, context, wires, frames)
    FoldIndex.runStart(state, context, wires, frames)
    InRange.run(state, context, wires, frames)
    InRange.runStart(state, context, wires, frames)
    Index.run(state, context, wires, frames)
    Index.runStart(state, context, wires, frames)
    IndexInBetween.run(state, context, wires, frames)
    IndexInBetween.runStart(state, context, wires, frames)
    IndexL.run(state, context, wires, frames)
    IndexL.runStart(state, context, wires, frames)
    LeastChange.run(state, context, wires, frames)
    LeastChange.runStart(state, context, wires, frames)
    LinExp.run(state, context, wires, frames)
    LinExp.runStart(state, context, wires, frames)
    ModDif.run(state, context, wires, frames)
    ModDif.runStart(state, context, wires, frames)
    MostChange.run(state, context, wires, frames)
    MostChange.runStart(state, context, wires, frames)
    MulAdd.run(state, context, wires, frames)
    MulAdd.runStart(state, context, wires, frames)
    Schmidt.run(state, context, wires, frames)
    Schmidt.runStart(state, context, wires, frames)
    Select.run(state, context, wires, frames)
    Select.runStart(state, context, wires, frames)
    Sum3.run(state, context, wires, frames)
    Sum3.runStart(state, context, wires, frames)
    Sum4.run(state, context, wires, frames)
    Sum4.runStart(state, context, wires, frames)
    UnaryOpUGen.run(state, context, wires, frames)
    UnaryOpUGen.runStart(state, context, wires, frames)
    Wrap.run(state, context, wires, frames)
    Wrap.runStart(state, context, wires, frames)
    WrapIndex.run(state, context, wires, frames)
    WrapIndex.runStart(state, context, wires, frames)
  }
}
#endif
