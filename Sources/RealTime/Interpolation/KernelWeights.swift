/// The weights of an interpolation kernel for the frames of a block, kept for the next player that reads as this one did:
/// stems that play in sync, at one speed and from the same fraction of a frame, share them.
///
/// - Thread: audio.
public struct KernelWeights: BitwiseCopyable {
  /// The widest kernel that is kept: of more taps the frames themselves cost the most.
  @inlinable @inline(__always) public static var mostTaps: Int { 128 }

  /// Frame `i` has its weights from `i * taps` on.
  public let weights: UnsafeMutablePointer<Float>
  @usableFromInline var rows: UnsafePointer<Float>?
  @usableFromInline var fraction: UInt32 = 0
  @usableFromInline var increment: Int64 = 0
  @usableFromInline var count = 0
  @usableFromInline var isFilled = false

  /// What is to be done about the weights of a block.
  public enum Step {
    /// They are there.
    case use
    /// Another player asked for the same just now: it pays to write them down.
    case fill
    /// They were not asked for before.
    case skip
  }

  public static func allocate() -> UnsafeMutablePointer<KernelWeights> {
    let floats = RenderContext.blockFrames * mostTaps
    let weights = UnsafeMutableRawPointer.allocate(byteCount: floats * MemoryLayout<Float>.stride, alignment: 64)
      .bindMemory(to: Float.self, capacity: floats)
    weights.initialize(repeating: 0, count: floats)
    let kept = UnsafeMutablePointer<KernelWeights>.allocate(capacity: 1)
    kept.initialize(to: KernelWeights(weights: weights))
    return kept
  }

  private init(weights: UnsafeMutablePointer<Float>) { self.weights = weights }

  public func deallocate() { weights.deallocate() }

  /// - Parameters:
  ///   - fraction: of a frame, where the block begins.
  ///   - increment: 32.32 fixed point.
  ///   - count: at most a block.
  @inlinable @inline(__always)
  public mutating func step(_ table: SincTable, from fraction: UInt32, increment: Int64, count: Int) -> Step {
    guard table.taps <= Self.mostTaps else { return .skip }
    if rows == table.rows && self.fraction == fraction && self.increment == increment && self.count >= count {
      if isFilled { return .use }
      isFilled = self.count == count
      return isFilled ? .fill : .skip
    }
    rows = table.rows
    self.fraction = fraction
    self.increment = increment
    self.count = count
    isFilled = false
    return .skip
  }
}
