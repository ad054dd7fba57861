public import CRealTime

/// What a player and the thread that stretches for it share. The player tells where it is; the thread lays ready what is
/// to sound there at its own pitch, in one of two lanes, which hold a frame for every output frame of the player.
///
/// A lane is filled anew for a new generation (after a seek, say) while the other one still sounds.
///
/// - Thread: neither ever waits for the other. Whoever allocated it deallocates it, after both are done.
@frozen
public struct StretchPort: BitwiseCopyable, @unchecked Sendable {
  // Unchecked: cells are atomic; a lane is written in front of `written` and read behind it.

  @usableFromInline
  enum Cell {
    /// Whether the player is to take the lanes at all.
    @inlinable static var wanted: Int { 0 }
    /// The generation that was begun last, from 1; 0: none.
    @inlinable static var latest: Int { 16 }
    /// The latest generation that the player has come to terms with: no older lane is read any more.
    @inlinable static var settled: Int { 32 }
    /// Of lane 0; of lane 1 64 cells behind.
    @inlinable static var first: Int { 64 }
    @inlinable static var jumps: Int { 65 }
    @inlinable static var isOpen: Int { 66 }
    @inlinable static var written: Int { 80 }
    @inlinable static var count: Int { 192 }
  }

  /// Where the player has been.
  public let states: RealTimeRing<StretchState>
  /// Frames that a lane holds: a power of two.
  public let capacity: Int
  @usableFromInline let cells: UnsafeMutablePointer<Int64>
  /// Left and right of lane 0, left and right of lane 1.
  @usableFromInline let samples: UnsafeMutablePointer<Float>

  /// - Parameter frames: rounded up to a power of two.
  public static func allocate(frames: Int) -> StretchPort {
    var capacity = 1024
    while capacity < frames { capacity *= 2 }
    let cells = UnsafeMutableRawPointer.allocate(byteCount: Cell.count * 8, alignment: 128)
      .bindMemory(to: Int64.self, capacity: Cell.count)
    cells.initialize(repeating: 0, count: Cell.count)
    let samples = UnsafeMutablePointer<Float>.allocate(capacity: 4 * capacity)
    samples.initialize(repeating: 0, count: 4 * capacity)
    return StretchPort(states: .allocate(capacity: 256), capacity: capacity, cells: cells, samples: samples)
  }

  init(
    states: RealTimeRing<StretchState>, capacity: Int, cells: UnsafeMutablePointer<Int64>,
    samples: UnsafeMutablePointer<Float>
  ) {
    self.states = states
    self.capacity = capacity
    self.cells = cells
    self.samples = samples
  }

  public func deallocate() {
    states.deallocate()
    samples.deallocate()
    UnsafeMutableRawPointer(cells).deallocate()
  }

  // MARK: - Both

  @inlinable @inline(__always)
  public var isWanted: Bool {
    get { syrinx_load_acquire(cells + Cell.wanted) != 0 }
    nonmutating set { syrinx_store_release(cells + Cell.wanted, newValue ? 1 : 0) }
  }

  @inlinable @inline(__always)
  public var latest: Int64 { syrinx_load_acquire(cells + Cell.latest) }

  @inlinable @inline(__always)
  public var settled: Int64 {
    get { syrinx_load_acquire(cells + Cell.settled) }
    nonmutating set { syrinx_store_release(cells + Cell.settled, newValue) }
  }

  @inlinable @inline(__always)
  func lane(_ generation: Int64) -> UnsafeMutablePointer<Int64> { cells + Int(generation & 1) &* 64 }

  /// The output frame at which a generation begins.
  @inlinable @inline(__always)
  public func first(_ generation: Int64) -> Int64 { syrinx_load_relaxed(lane(generation) + Cell.first) }

  /// The output frame up to which a generation is there.
  @inlinable @inline(__always)
  public func written(_ generation: Int64) -> Int64 { syrinx_load_acquire(lane(generation) + Cell.written) }

  /// `StretchState.jumps` that a generation is for.
  @inlinable @inline(__always)
  public func jumps(_ generation: Int64) -> Int64 { syrinx_load_relaxed(lane(generation) + Cell.jumps) }

  /// Whether more of a generation will come.
  @inlinable @inline(__always)
  public func isOpen(_ generation: Int64) -> Bool { syrinx_load_relaxed(lane(generation) + Cell.isOpen) != 0 }

  @inlinable @inline(__always)
  public func left(_ generation: Int64) -> UnsafeMutablePointer<Float> {
    samples + Int(generation & 1) &* 2 &* capacity
  }

  @inlinable @inline(__always)
  public func right(_ generation: Int64) -> UnsafeMutablePointer<Float> { left(generation) + capacity }

  // MARK: - The stretching thread

  /// Begins the generation after the latest, whose lane no one reads. Nothing of it sounds before `publish`.
  public func begin(first: Int64, jumps: Int64) -> Int64 {
    let generation = latest + 1
    let lane = lane(generation)
    syrinx_store_relaxed(lane + Cell.first, first)
    syrinx_store_relaxed(lane + Cell.jumps, jumps)
    syrinx_store_relaxed(lane + Cell.isOpen, 1)
    syrinx_store_release(lane + Cell.written, first)
    syrinx_store_release(cells + Cell.latest, generation)
    return generation
  }

  /// Tells that all frames of a generation before this one are there.
  public func publish(_ generation: Int64, upTo frame: Int64) {
    syrinx_store_release(lane(generation) + Cell.written, frame)
  }

  /// No more will come of a generation: the player fades over to the buffer with what is left.
  public func close(_ generation: Int64) { syrinx_store_relaxed(lane(generation) + Cell.isOpen, 0) }
}

extension SampleBuffer {
  /// What such a place in the table has in place of channels, which no audio has.
  @inlinable @inline(__always) static var portMark: Int { -1 }

  /// A place in the buffer table that holds no audio, but a port that a player takes stretched sound from.
  public init(port: UnsafeMutablePointer<StretchPort>) {
    self.init(
      samples: UnsafeMutableRawPointer(port).assumingMemoryBound(to: Float.self), frames: 0, channels: Self.portMark,
      sampleRate: 0)
  }

  @inlinable @inline(__always)
  public var port: UnsafeMutablePointer<StretchPort>? {
    guard channels == Self.portMark, let samples else { return nil }
    return UnsafeMutableRawPointer(samples).assumingMemoryBound(to: StretchPort.self)
  }
}
