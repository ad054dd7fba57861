/// The inputs and outputs of a unit: pointers to one float (scalar and control rate) or to a block of them (audio rate),
/// inputs first. Outputs never share memory with inputs.
@frozen
public struct Wires: BitwiseCopyable {
  @usableFromInline let pointers: UnsafePointer<UnsafeMutablePointer<Float>>

  @inlinable @inline(__always)
  public init(_ raw: UnsafeRawPointer) {
    pointers = raw.assumingMemoryBound(to: UnsafeMutablePointer<Float>.self)
  }

  @inlinable @inline(__always)
  public subscript(_ index: Int) -> UnsafeMutablePointer<Float> { pointers[index] }
}
