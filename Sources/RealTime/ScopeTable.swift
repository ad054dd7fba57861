/// The scopes that others outside can look at, and the memory for what they show.
///
/// - Thread: made and unmade by control while no device runs; otherwise the audio thread's alone.
@frozen
public struct ScopeTable: BitwiseCopyable, @unchecked Sendable {
  // Unchecked: only the audio thread hands scopes out.

  @usableFromInline let scopes: UnsafeMutablePointer<ScopeBuffer>
  /// What of the pool each scope holds: its first float, and how many.
  @usableFromInline let starts: UnsafeMutablePointer<Int>
  @usableFromInline let sizes: UnsafeMutablePointer<Int>
  @usableFromInline let pool: UnsafeMutablePointer<Float>?
  @usableFromInline let poolFloats: Int
  public let count: Int

  public init(_ memory: ScopeMemory?) {
    count = memory?.count ?? 0
    pool = memory?.pool
    poolFloats = memory?.poolFloats ?? 0
    scopes = .allocate(capacity: max(1, count))
    starts = .allocate(capacity: max(1, count))
    sizes = .allocate(capacity: max(1, count))
    starts.initialize(repeating: 0, count: max(1, count))
    sizes.initialize(repeating: 0, count: max(1, count))
    guard let memory else { return }
    for index in 0..<count { (scopes + index).initialize(to: ScopeBuffer(memory.scopes[index])) }
  }

  public func deallocate() {
    scopes.deallocate()
    starts.deallocate()
    sizes.deallocate()
  }

  /// Begins a scope; nil when there is none of this number, another synth has it, or there is no room for it.
  @inlinable
  public func begin(_ number: Int, channels: Int, frames: Int) -> ScopeBuffer? {
    guard number >= 0, number < count, channels > 0, frames > 0, let pool else { return nil }
    guard channels < 1 << 16, frames < 1 << 24, !scopes[number].isInUse else { return nil }
    let size = 3 &* channels &* frames
    guard let start = room(size) else { return nil }
    starts[number] = start
    sizes[number] = size
    scopes[number].begin(pool + start, channels: channels, frames: frames)
    return scopes[number]
  }

  @inlinable
  public func end(_ number: Int) {
    guard number >= 0, number < count else { return }
    scopes[number].end()
    sizes[number] = 0
  }

  /// The first place of the pool, at its beginning or behind a piece in use, where so many floats are free.
  @inlinable
  func room(_ size: Int) -> Int? {
    if isFree(0, size) { return 0 }
    var index = 0
    while index < count {
      let end = starts[index] &+ sizes[index]
      if sizes[index] > 0, isFree(end, size) { return end }
      index &+= 1
    }
    return nil
  }

  @inlinable
  func isFree(_ start: Int, _ size: Int) -> Bool {
    guard start &+ size <= poolFloats else { return false }
    var index = 0
    while index < count {
      if sizes[index] > 0, starts[index] < start &+ size, start < starts[index] &+ sizes[index] { return false }
      index &+= 1
    }
    return true
  }
}
