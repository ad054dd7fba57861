import CRealTime

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A large table at an address that never moves: the address space is reserved at once, memory only as it is touched.
/// So the audio thread may hold pointers into it while control makes more of it usable.
public struct VirtualArray<Element: BitwiseCopyable>: @unchecked Sendable {
  // Unchecked: the memory is plain; who may touch which element when is the owner's rule.

  public let base: UnsafeMutablePointer<Element>
  public let capacity: Int

  public init(base: UnsafeMutablePointer<Element>, capacity: Int) {
    self.base = base
    self.capacity = capacity
  }

  /// Reserves room for `capacity` elements, all of them zero bytes. Nil when the address space does not allow it.
  public init?(capacity: Int) {
    let bytes = capacity * MemoryLayout<Element>.stride
    #if canImport(Glibc)
    let flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE
    #else
    let flags = MAP_PRIVATE | MAP_ANON
    #endif
    guard let memory = mmap(nil, bytes, PROT_READ | PROT_WRITE, flags, -1, 0), memory != MAP_FAILED else { return nil }
    base = memory.bindMemory(to: Element.self, capacity: capacity)
    self.capacity = capacity
  }

  public func deallocate() { munmap(base, capacity * MemoryLayout<Element>.stride) }

  /// Has the system put memory behind the elements, so that the audio thread meets no page fault there.
  ///
  /// - Thread: control.
  public func touch(_ range: Range<Int>) {
    let stride = MemoryLayout<Element>.stride
    let raw = UnsafeMutableRawPointer(base)
    var offset = range.lowerBound * stride
    let end = range.upperBound * stride
    while offset < end {
      syrinx_touch(raw + offset)
      offset += 4096
    }
    if end > range.lowerBound * stride { syrinx_touch(raw + end - 1) }
  }
}
