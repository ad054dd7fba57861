public import CRealTime

/// A lock-free queue from one thread to one other thread, for flat values.
///
/// The struct is a handle: copies share the queue. Whoever allocated it deallocates it, after both threads are done.
///
/// - Thread: one thread pushes, one thread pops; neither ever waits.
/// - Source: the single-producer single-consumer ring with free-running indices (L. Lamport, "Specifying concurrent
///   program modules", 1983).
@frozen
public struct RealTimeRing<Element: BitwiseCopyable>: @unchecked Sendable {
  // Unchecked: the indices are atomic, and a slot is reached by one thread at a time, as the indices say.

  @usableFromInline let slots: UnsafeMutablePointer<Element>
  /// Two cache lines apart, so that the threads do not take each other's line: [0] the writer's, [16] the reader's.
  @usableFromInline let indices: UnsafeMutablePointer<Int64>
  @usableFromInline let mask: Int64

  /// - Parameter capacity: rounded up to a power of two.
  public static func allocate(capacity: Int) -> RealTimeRing {
    var size = 2
    while size < capacity { size *= 2 }
    let indices = UnsafeMutableRawPointer.allocate(byteCount: 256, alignment: 128).bindMemory(
      to: Int64.self, capacity: 32)
    indices.update(repeating: 0, count: 32)
    return RealTimeRing(
      slots: UnsafeMutablePointer<Element>.allocate(capacity: size), indices: indices, mask: Int64(size - 1))
  }

  @usableFromInline init(slots: UnsafeMutablePointer<Element>, indices: UnsafeMutablePointer<Int64>, mask: Int64) {
    self.slots = slots
    self.indices = indices
    self.mask = mask
  }

  public func deallocate() {
    slots.deallocate()
    UnsafeMutableRawPointer(indices).deallocate()
  }

  public var capacity: Int { Int(mask + 1) }

  /// False when the queue is full; nothing is then changed.
  @inlinable @inline(__always)
  public func push(_ element: Element) -> Bool {
    let tail = syrinx_load_relaxed(indices)
    let head = syrinx_load_acquire(indices + 16)
    if tail &- head > mask { return false }
    slots[Int(tail & mask)] = element
    syrinx_store_release(indices, tail &+ 1)
    return true
  }

  /// Queues so many elements, all of them or, when they do not fit, none. The reader sees all at once.
  @inlinable
  public func push(_ elements: UnsafePointer<Element>, count: Int) -> Bool {
    let tail = syrinx_load_relaxed(indices)
    let head = syrinx_load_acquire(indices + 16)
    if tail &- head &+ Int64(count) > mask &+ 1 { return false }
    var index = 0
    while index < count {
      slots[Int((tail &+ Int64(index)) & mask)] = elements[index]
      index &+= 1
    }
    syrinx_store_release(indices, tail &+ Int64(count))
    return true
  }

  /// Nil when the queue is empty.
  @inlinable @inline(__always)
  public func pop() -> Element? {
    let head = syrinx_load_relaxed(indices + 16)
    let tail = syrinx_load_acquire(indices)
    if head == tail { return nil }
    let element = slots[Int(head & mask)]
    syrinx_store_release(indices + 16, head &+ 1)
    return element
  }

  /// How many elements wait; exact on the reader's thread, at least so many on the writer's.
  @inlinable
  public var count: Int {
    Int(syrinx_load_acquire(indices) &- syrinx_load_acquire(indices + 16))
  }
}
