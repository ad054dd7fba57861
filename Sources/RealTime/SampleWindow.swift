public import CRealTime

/// What the audio thread and the streaming thread of one file share: which chunks of it are in memory, and where voices
/// read.
///
/// A chunk that is there stays there to the end of the block in which it was asked for: the streaming thread takes it out
/// of the table first, and gives its memory back some blocks later.
@frozen
public struct SampleWindow: BitwiseCopyable, @unchecked Sendable {
  // Unchecked: plain memory, every cell of it read and written atomically; it lives as long as its buffer.

  /// Frames in a chunk.
  @inlinable @inline(__always) public static var chunkFrames: Int { 1 << chunkShift }
  @inlinable @inline(__always) public static var chunkShift: Int { 14 }
  /// Voices that are followed at a time; of more, those told of last.
  @inlinable @inline(__always) public static var voiceLimit: Int { 64 }

  /// One byte a chunk: 1 when it is there.
  public let chunks: UnsafeMutablePointer<UInt8>
  public let chunkCount: Int
  /// `voiceLimit` rows of `Field`s.
  @usableFromInline let voices: UnsafeMutablePointer<Int64>
  /// Brings frames while the caller waits: for a render that nobody hears, nil otherwise.
  public let fetch: syrinx_fetch_frames?
  public let fetchContext: UnsafeMutableRawPointer?

  @usableFromInline
  enum Field: Int {
    /// 0: the row is empty.
    case voice, frame, position, increment, low, high, loops
  }
  @inlinable @inline(__always) static var fieldCount: Int { 8 }

  /// Nothing is there yet.
  public init(
    chunkCount: Int, fetch: syrinx_fetch_frames? = nil, fetchContext: UnsafeMutableRawPointer? = nil
  ) {
    self.chunkCount = chunkCount
    self.fetch = fetch
    self.fetchContext = fetchContext
    chunks = .allocate(capacity: chunkCount)
    chunks.initialize(repeating: 0, count: chunkCount)
    voices = .allocate(capacity: Self.voiceLimit * Self.fieldCount)
    voices.initialize(repeating: 0, count: Self.voiceLimit * Self.fieldCount)
  }

  public func deallocate() {
    chunks.deallocate()
    voices.deallocate()
  }
}

// MARK: - Audio thread

extension SampleWindow {
  @inlinable @inline(__always)
  func holds(from low: Int, through high: Int) -> Bool {
    var chunk = low >> Self.chunkShift
    let last = high >> Self.chunkShift
    while chunk <= last {
      if syrinx_load_acquire_byte(chunks + chunk) == 0 {
        guard let fetch, syrinx_call_fetch(fetch, fetchContext, low, high) else { return false }
      }
      chunk &+= 1
    }
    return true
  }

  @inlinable @inline(__always)
  func follow(
    _ voice: Int64, _ frame: Int64, position: Int64, increment: Int64, low: Int64, high: Int64, loops: Bool
  ) {
    let key = voice &+ 1
    var row = Int(truncatingIfNeeded: key) & (Self.voiceLimit &- 1)
    var oldest = row
    var oldestFrame = Int64.max
    var tried = 0
    while tried < Self.voiceLimit {
      let fields = voices + row &* Self.fieldCount
      let owner = syrinx_load_relaxed(fields)
      if owner == key { break }
      let seen = owner == 0 ? -1 : syrinx_load_relaxed(fields + Field.frame.rawValue)
      if seen < oldestFrame {
        oldest = row
        oldestFrame = seen
      }
      row = (row &+ 1) & (Self.voiceLimit &- 1)
      tried &+= 1
    }
    if tried == Self.voiceLimit { row = oldest }
    let fields = voices + row &* Self.fieldCount
    syrinx_store_relaxed(fields + Field.frame.rawValue, frame)
    syrinx_store_relaxed(fields + Field.position.rawValue, position)
    syrinx_store_relaxed(fields + Field.increment.rawValue, increment)
    syrinx_store_relaxed(fields + Field.low.rawValue, low)
    syrinx_store_relaxed(fields + Field.high.rawValue, high)
    syrinx_store_relaxed(fields + Field.loops.rawValue, loops ? 1 : 0)
    syrinx_store_release(fields, key)
  }
}

// MARK: - Streaming thread

extension SampleWindow {
  /// Where a voice was heard of last. A row caught while it is being written mixes two blocks, which does no harm.
  public struct Voice {
    public var frame: Int64
    public var position: Int64
    public var increment: Int64
    public var low: Int64
    public var high: Int64
    public var loops: Bool
  }

  /// Those heard of since an engine frame.
  public func voices(since frame: Int64) -> [Voice] {
    (0..<Self.voiceLimit).compactMap { row in
      let fields = voices + row * Self.fieldCount
      func value(_ field: Field) -> Int64 { syrinx_load_relaxed(fields + field.rawValue) }
      guard syrinx_load_acquire(fields) != 0, value(.frame) >= frame else { return nil }
      return Voice(
        frame: value(.frame), position: value(.position), increment: value(.increment), low: value(.low),
        high: value(.high), loops: value(.loops) != 0)
    }
  }

  public func holds(chunk: Int) -> Bool { syrinx_load_acquire_byte(chunks + chunk) != 0 }

  /// Puts a chunk whose samples are written into the table, or takes one out that will soon go.
  public func set(chunk: Int, isThere: Bool) {
    syrinx_store_release_byte(chunks + chunk, isThere ? 1 : 0)
    // The engine's position is read after this, never before.
    syrinx_fence()
  }
}
