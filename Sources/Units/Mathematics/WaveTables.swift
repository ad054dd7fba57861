import CRealTime

/// A period of a sine in the forms that table oscillators read, the same as SuperCollider's server has. Made when the first
/// unit that needs them is prepared; there for ever.
enum WaveTables {
  /// Values in a period.
  static let count = 8192

  /// A period, and its first value once more.
  nonisolated(unsafe) static let sine: UnsafeMutablePointer<Float> = {
    let table = UnsafeMutablePointer<Float>.allocate(capacity: count + 1)
    for index in 0...count { table[index] = Float(syrinx_sin(Double(index) * 2 * Double.pi / Double(count))) }
    return table
  }()

  /// What marks a place at which the cosecant is too steep for a table.
  static let steep: Float = 1e20

  /// One over the sine.
  nonisolated(unsafe) static let cosecant: UnsafeMutablePointer<Float> = {
    let table = UnsafeMutablePointer<Float>.allocate(capacity: count + 1)
    for index in 0...count {
      let nearest = min(index % (count / 2), count / 2 - index % (count / 2))
      table[index] = nearest <= 8 ? steep : Float(1 / Double(sine[index]))
    }
    return table
  }()

  /// Pairs of 2a − b and b − a for each two neighbours a and b: the first, plus the second times 1 to 2, lies between them.
  nonisolated(unsafe) static let sinePairs: UnsafeMutablePointer<Float> = {
    let table = UnsafeMutablePointer<Float>.allocate(capacity: 2 * count)
    for index in 0..<count {
      let (a, b) = (sine[index], sine[(index + 1) % count])
      table[2 * index] = 2 * a - b
      table[2 * index + 1] = b - a
    }
    return table
  }()
}

/// A place in a table: 16 bits for the part between two values, above them the index.
enum TablePosition {
  /// 1 to 2: the part between two values, plus 1.
  @inline(__always)
  static func part(_ position: Int32) -> Float {
    Float(bitPattern: 0x3F80_0000 | (0x007F_FF80 & UInt32(bitPattern: position) &<< 7))
  }

  /// A value of a table of pairs.
  @inline(__always)
  static func pair(_ pairs: UnsafeMutablePointer<Float>, _ position: Int32, mask: Int) -> Float {
    let index = 2 &* (Int(position &>> 16) & mask)
    return pairs[index] + pairs[index &+ 1] * part(position)
  }
}
