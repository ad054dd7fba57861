/// Memory that units ask for while they run, for what nobody can know before: a delay line whose length another unit
/// computes, say. Sizes are rounded up to an eighth of a power of two; what is given back is used again for the same size.
///
/// It has no cap but the address space. Control keeps memory behind the part that will be needed next (`touchAhead`).
///
/// - Thread: the audio thread takes and gives back; control touches what lies ahead.
@frozen
public struct RealTimePool: BitwiseCopyable, @unchecked Sendable {
  // Unchecked: all but `used` is the audio thread's own.

  @usableFromInline let base: UnsafeMutableRawPointer
  @usableFromInline let capacity: Int
  @usableFromInline var next = 0
  @usableFromInline let freeLists: UnsafeMutablePointer<UnsafeMutableRawPointer?>

  /// Before each piece: the next of its list, and its class.
  @inlinable static var headerBytes: Int { 64 }
  @inlinable static var classes: Int { 8 * 48 }
  /// How much control keeps ready, in bytes.
  public static let readyBytes = 32 << 20

  public init?(capacity: Int) {
    guard let region = VirtualArray<UInt8>(capacity: capacity) else { return nil }
    base = UnsafeMutableRawPointer(region.base)
    self.capacity = capacity
    freeLists = .allocate(capacity: Self.classes)
    freeLists.initialize(repeating: nil, count: Self.classes)
    region.touch(0..<min(capacity, Self.readyBytes))
  }

  public func deallocate() {
    region.deallocate()
    freeLists.deallocate()
  }

  /// The number of the size class that holds so many bytes, and its size.
  @inlinable @inline(__always)
  static func sizeClass(_ bytes: Int) -> (index: Int, bytes: Int) {
    let wanted = max(64, bytes)
    let exponent = Int.bitWidth - 1 - (wanted - 1).leadingZeroBitCount
    let step = 1 << (exponent - 3)
    let size = (wanted + step - 1) & ~(step - 1)
    let shift = (size - 1) >> (exponent - 3) & 7
    return ((exponent - 3) * 8 + shift, size)
  }

  /// Zeroed memory, aligned to 64 bytes, put onto `list`; nil when the address space is used up.
  #if RTCHECK
  @_noLocks
  #endif
  @inlinable
  public mutating func take(
    _ bytes: Int, onto list: inout UnsafeMutableRawPointer?
  ) -> UnsafeMutableRawPointer? {
    guard bytes >= 0, bytes < capacity else { return nil }
    let (index, size) = Self.sizeClass(bytes)
    guard index < Self.classes else { return nil }
    let piece: UnsafeMutableRawPointer
    if let free = freeLists[index] {
      freeLists[index] = free.load(as: UnsafeMutableRawPointer?.self)
      piece = free
      clear(piece + Self.headerBytes, bytes)
    } else {
      let whole = (size + Self.headerBytes + 63) & ~63
      guard next + whole <= capacity else { return nil }
      piece = base + next
      next += whole
    }
    piece.storeBytes(of: list, as: UnsafeMutableRawPointer?.self)
    piece.storeBytes(of: index, toByteOffset: 8, as: Int.self)
    list = piece
    return piece + Self.headerBytes
  }

  /// Gives back everything that was put onto `list`.
  @inlinable
  public mutating func giveBack(_ list: inout UnsafeMutableRawPointer?) {
    while let piece = list {
      list = piece.load(as: UnsafeMutableRawPointer?.self)
      let index = piece.load(fromByteOffset: 8, as: Int.self)
      piece.storeBytes(of: freeLists[index], as: UnsafeMutableRawPointer?.self)
      freeLists[index] = piece
    }
  }

  @inlinable @inline(__always)
  func clear(_ memory: UnsafeMutableRawPointer, _ bytes: Int) {
    let words = memory.assumingMemoryBound(to: UInt64.self)
    var word = 0
    while word < (bytes + 7) / 8 {
      words[word] = 0
      word &+= 1
    }
  }

  /// Bytes that have been in use at some time.
  public var usedBytes: Int { next }

  /// Has memory put behind `range`. Thread: control.
  public func touch(_ range: Range<Int>) { region.touch(range.clamped(to: 0..<capacity)) }

  private var region: VirtualArray<UInt8> {
    VirtualArray(base: base.assumingMemoryBound(to: UInt8.self), capacity: capacity)
  }
}
