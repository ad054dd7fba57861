public import CFFTW

/// The transform of real signals of one length, there and back, through FFTW.
///
/// - Thread: any, many at a time; it neither allocates nor locks.
@frozen
public struct FourierTransform: BitwiseCopyable {
  /// In samples.
  public let length: Int
  @usableFromInline let there: fftwf_plan
  @usableFromInline let back: fftwf_plan

  @inlinable @inline(__always)
  init(_ there: fftwf_plan, _ back: fftwf_plan, length: Int) {
    self.there = there
    self.back = back
    self.length = length
  }

  /// In place: `length` samples become `length / 2 + 1` complex numbers.
  ///
  /// - Parameter data: room for `length + 2` floats, aligned to 64 bytes.
  @inlinable @inline(__always)
  public func forward(_ data: UnsafeMutablePointer<Float>) { syrinx_transform_forward(there, data) }

  /// `length / 2 + 1` complex numbers become samples, `length` times as loud as those they came from. The spectrum is lost.
  ///
  /// - Parameters:
  ///   - spectrum: aligned to 64 bytes.
  ///   - samples: the same.
  @inlinable @inline(__always)
  public func backward(_ spectrum: UnsafeMutablePointer<Float>, to samples: UnsafeMutablePointer<Float>) {
    syrinx_transform_backward(back, spectrum, samples)
  }
}
