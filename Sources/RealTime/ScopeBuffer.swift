public import CRealTime

/// A scope as SuperCollider's clients read it, in memory of theirs and ours: three regions of samples, of which one is
/// written, one is read, and one changes hands.
///
/// In a region each channel has `frames` samples, one channel behind the other.
///
/// - Thread: audio.
@frozen
public struct ScopeBuffer: BitwiseCopyable, @unchecked Sendable {
  // Unchecked: what is shared is written atomically.

  @usableFromInline let base: UnsafeMutableRawPointer

  /// Where the fields lie. The pointers count from their own place; 1 is none.
  @usableFromInline
  enum Field {
    @inlinable static var isInUse: Int { 0 }
    @inlinable static var frames: Int { 4 }
    @inlinable static var channels: Int { 8 }
    @inlinable static var samples: Int { 16 }
    @inlinable static var exchanged: Int { 24 }
    @inlinable static var written: Int { 28 }
    @inlinable static var regions: Int { 40 }
    @inlinable static var regionBytes: Int { 16 }
    @inlinable static var regionFrames: Int { 8 }
    @inlinable static var regionIsNew: Int { 12 }
  }

  @inlinable
  init(_ base: UnsafeMutableRawPointer) { self.base = base }

  @inlinable @inline(__always)
  func word(_ offset: Int) -> UnsafeMutablePointer<Int32> { (base + offset).assumingMemoryBound(to: Int32.self) }

  @inlinable @inline(__always)
  func point(_ offset: Int, to target: UnsafeMutablePointer<Float>) {
    let place = base + offset
    place.storeBytes(of: UnsafeMutableRawPointer(target) - place, as: Int.self)
  }

  @inlinable @inline(__always) var isInUse: Bool { syrinx_load_acquire_word(word(Field.isInUse)) != 0 }

  @inlinable @inline(__always) public var frames: Int { Int(word(Field.frames).pointee) }

  @inlinable
  func begin(_ samples: UnsafeMutablePointer<Float>, channels: Int, frames: Int) {
    word(Field.frames).pointee = Int32(frames)
    word(Field.channels).pointee = Int32(channels)
    point(Field.samples, to: samples)
    var region = 0
    while region < 3 {
      point(Field.regions &+ region &* Field.regionBytes, to: samples + region &* channels &* frames)
      region &+= 1
    }
    syrinx_store_release_word(word(Field.isInUse), 1)
  }

  @inlinable
  func end() { syrinx_store_release_word(word(Field.isInUse), 0) }

  /// A channel of the region that is written now.
  @inlinable @inline(__always)
  public func channel(_ channel: Int) -> UnsafeMutablePointer<Float> {
    let place = base + (Field.regions &+ Int(word(Field.written).pointee) &* Field.regionBytes)
    let samples = place + place.load(as: Int.self)
    return samples.assumingMemoryBound(to: Float.self) + channel &* frames
  }

  /// Hands the region that was written over to whoever reads, and goes on with another.
  @inlinable @inline(__always)
  public func push(frames: Int) {
    let written = word(Field.written).pointee
    let region = Field.regions &+ Int(written) &* Field.regionBytes
    word(region &+ Field.regionFrames).pointee = Int32(frames)
    syrinx_store_release_byte((base + (region &+ Field.regionIsNew)).assumingMemoryBound(to: UInt8.self), 1)
    word(Field.written).pointee = syrinx_exchange_word(word(Field.exchanged), written)
  }
}
