public import CRealTime

/// The inputs and outputs of a unit: pointers to one float (scalar and control rate) or to a block of them (audio rate),
/// inputs first. Outputs never share memory with inputs.
///
/// A wire of control rate has room for eight floats, so that kernels of eight lanes may write it; only the first counts.
///
/// Before the first pointer lie the unit's own call and, from there backwards, the calls that its inputs come from.
@frozen
public struct Wires: BitwiseCopyable {
  @usableFromInline let pointers: UnsafePointer<UnsafeMutablePointer<Float>>

  @inlinable @inline(__always)
  public init(_ raw: UnsafeRawPointer) {
    pointers = raw.assumingMemoryBound(to: UnsafeMutablePointer<Float>.self)
  }

  @inlinable @inline(__always)
  public subscript(_ index: Int) -> UnsafeMutablePointer<Float> { pointers[index] }

  /// The unit's own call.
  @inlinable @inline(__always)
  public var call: UnitCall.Pointer {
    UnsafeRawPointer(pointers - 1).loadUnaligned(as: UnitCall.Pointer.self)
  }

  /// The unit that an input comes from; nil for constants and controls.
  @inlinable @inline(__always)
  public func source(_ input: Int) -> UnitCall.Pointer? {
    UnsafeRawPointer(pointers - 2 - input).loadUnaligned(as: UnitCall.Pointer?.self)
  }

  /// Whether the unit that an input comes from is done.
  @inlinable @inline(__always)
  public func isSourceDone(_ input: Int) -> Bool { source(input).map { $0.pointee.isDone } ?? false }

  /// Whether an input is of demand rate.
  @inlinable @inline(__always)
  public func isDemand(_ input: Int) -> Bool { source(input).map { $0.pointee.rate == .demand } ?? false }

  /// The next value of an input: a demand-rate unit is asked for it, another signal is read as it is.
  ///
  /// - Parameter offset: the frame of the block, from 1, at which the value is wanted.
  @inlinable @inline(__always)
  public func demand(_ input: Int, _ context: UnsafePointer<RenderContext>, at offset: Int) -> Float {
    guard let source = source(input) else { return pointers[input].pointee }
    if source.pointee.rate == .demand {
      syrinx_call_unit(
        source.pointee.thunk, source.pointee.state, UnsafeRawPointer(context), source.pointee.wires, offset)
      return pointers[input].pointee
    }
    return source.pointee.rate == .audio ? pointers[input][offset - 1] : pointers[input].pointee
  }

  /// Has a demand-rate input begin anew.
  @inlinable @inline(__always)
  public func resetDemand(_ input: Int, _ context: UnsafePointer<RenderContext>) {
    guard let source = source(input), source.pointee.rate == .demand else { return }
    syrinx_call_unit(source.pointee.thunk, source.pointee.state, UnsafeRawPointer(context), source.pointee.wires, 0)
  }
}
