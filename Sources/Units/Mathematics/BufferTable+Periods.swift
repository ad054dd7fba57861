extension BufferTable {
  /// Whether it is a table that positions of 32 bits reach all of: a power of two, not too large.
  @inline(__always) var isPeriod: Bool { count & (count &- 1) == 0 && count <= 131_072 }

  /// How many pairs of a wavetable it holds.
  @inline(__always) var pairs: Int { count &>> 1 }
}
