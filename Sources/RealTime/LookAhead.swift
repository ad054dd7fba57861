/// How far a true-peak limiter looks ahead: by so much it delays the sound.
public enum LookAhead {
  /// Samples that the interpolation between two of them takes from each side.
  @inlinable @inline(__always) public static var interpolationFrames: Int { 32 }

  /// Frames over which the gain moves: a power of two, about 3 ms up to 256 kHz, shorter beyond.
  @inlinable @inline(__always)
  public static func windowFrames(sampleRate: Double) -> Int {
    sampleRate <= 64_000 ? 128 : sampleRate <= 128_000 ? 256 : 512
  }

  /// The delay of the sound in frames.
  @inlinable @inline(__always)
  public static func frames(sampleRate: Double) -> Int {
    interpolationFrames &+ windowFrames(sampleRate: sampleRate) &- 2
  }
}
