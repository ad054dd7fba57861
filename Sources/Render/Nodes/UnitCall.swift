public import RealTime

/// One unit of a synth, ready to be called.
@frozen
public struct UnitCall: BitwiseCopyable {
  public var thunk: UnitThunk
  public var state: UnsafeMutableRawPointer
  public var wires: UnsafeRawPointer

  @inlinable
  public init(thunk: @escaping UnitThunk, state: UnsafeMutableRawPointer, wires: UnsafeRawPointer) {
    self.thunk = thunk
    self.state = state
    self.wires = wires
  }
}
