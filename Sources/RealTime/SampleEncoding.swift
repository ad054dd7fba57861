/// How the samples of a buffer lie in memory.
@frozen
public enum SampleEncoding: UInt8, Sendable, BitwiseCopyable {
  case float32
  /// A sample's value is the integer over 32768: exactly the float that libsndfile makes of it.
  case int16

  /// Of one sample.
  @inlinable @inline(__always)
  public var bytes: Int { self == .float32 ? 4 : 2 }
}
