#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// One windowed sinc at every fraction of a frame: `phases + 1` rows of coefficients, the last of which is the first,
/// moved by one. Between two rows a straight line is near enough.
///
/// Row `p`, coefficient `k`, is the kernel at `k − taps/2 + 1 − p/phases` frames.
@frozen
public struct SincTable: BitwiseCopyable, @unchecked Sendable {
  // Unchecked: never written once it is made, and never freed.

  public let rows: UnsafePointer<Float>
  /// A multiple of eight; those outside of the kernel are 0.
  public let taps: Int

  @inlinable @inline(__always) public static var phaseBits: Int { 9 }
  @inlinable @inline(__always) public static var phases: Int { 1 << phaseBits }

  /// - Parameters:
  ///   - prototype: the kernel at distances of 1/(phases · `fineness`) of its zero crossings, from its centre on.
  ///   - step: of the prototype's, from phase to phase: `fineness` at full bandwidth, less for a kernel that is as much
  ///     wider.
  init(prototype: UnsafeBufferPointer<Double>, fineness: Int, step: Int, taps: Int) {
    let needed = (taps * fineness + step - 1) / step
    let padded = (needed + 7) / 8 * 8
    self.taps = padded
    let rows = UnsafeMutableRawPointer.allocate(byteCount: (Self.phases + 1) * padded * 4, alignment: 64)
      .bindMemory(to: Float.self, capacity: (Self.phases + 1) * padded)
    let row = UnsafeMutablePointer<Double>.allocate(capacity: padded)
    defer { row.deallocate() }
    for phase in 0...Self.phases {
      var sum = 0.0
      for tap in 0..<padded {
        let distance = (tap - padded / 2 + 1) * Self.phases - phase
        let place = abs(distance) * step
        row[tap] = place < prototype.count ? prototype[place] : 0
        sum += row[tap]
      }
      // What does not move passes unchanged.
      let whole = 1 / sum
      for tap in 0..<padded { rows[phase * padded + tap] = Float(row[tap] * whole) }
    }
    self.rows = UnsafePointer(rows)
  }
}
