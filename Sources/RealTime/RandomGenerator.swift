/// A source of random numbers that SuperCollider's clients can seed: the same seed gives the same noise as scsynth's.
///
/// - Source: taus88 (P. L'Ecuyer, "Maximally equidistributed combined Tausworthe generators", 1996), seeded through
///   T. Wang's 32-bit integer hash.
@frozen
public struct RandomGenerator: BitwiseCopyable, Sendable {
  @usableFromInline var first: UInt32
  @usableFromInline var second: UInt32
  @usableFromInline var third: UInt32

  @inlinable
  public init(seed: Int32) {
    let mixed = Self.hash(UInt32(bitPattern: seed))
    let one = 1_243_598_713 ^ mixed
    let two = 3_093_459_404 ^ mixed
    let three = 1_821_928_721 ^ mixed
    // Each register has lowest bits that must not all be zero.
    first = one < 2 ? 1_243_598_713 : one
    second = two < 8 ? 3_093_459_404 : two
    third = three < 16 ? 1_821_928_721 : three
  }

  /// - Parameter registers: as they were read from a generator.
  @inlinable @inline(__always)
  public init(registers: (UInt32, UInt32, UInt32)) { (first, second, third) = registers }

  /// Its state.
  @inlinable @inline(__always)
  public var registers: (UInt32, UInt32, UInt32) {
    get { (first, second, third) }
    set { (first, second, third) = newValue }
  }

  /// A number that looks nothing like its neighbour's.
  @inlinable @inline(__always)
  public static func hash(_ key: UInt32) -> UInt32 {
    var hash = key
    hash = hash &+ ~(hash &<< 15)
    hash ^= hash &>> 10
    hash = hash &+ (hash &<< 3)
    hash ^= hash &>> 6
    hash = hash &+ ~(hash &<< 11)
    hash ^= hash &>> 16
    return hash
  }

  @inlinable @inline(__always)
  public mutating func next() -> UInt32 {
    first = ((first & 0xFFFF_FFFE) &<< 12) ^ (((first &<< 13) ^ first) &>> 19)
    second = ((second & 0xFFFF_FFF8) &<< 4) ^ (((second &<< 2) ^ second) &>> 25)
    third = ((third & 0xFFFF_FFF0) &<< 17) ^ (((third &<< 3) ^ third) &>> 11)
    return first ^ second ^ third
  }

  /// In 0..<1.
  @inlinable @inline(__always)
  public mutating func unipolar() -> Float { Float(bitPattern: 0x3F80_0000 | next() &>> 9) - 1 }

  /// In −1..<1.
  @inlinable @inline(__always)
  public mutating func bipolar() -> Float { Float(bitPattern: 0x4000_0000 | next() &>> 9) - 3 }

  /// In 0..<1, with 32 bits.
  @inlinable @inline(__always)
  public mutating func unipolarDouble() -> Double { Double(next()) * 0x1p-32 }

  /// −1 or 1.
  @inlinable @inline(__always)
  public mutating func coin() -> Float { Float(bitPattern: 0x3F80_0000 | next() & 0x8000_0000) }
}
