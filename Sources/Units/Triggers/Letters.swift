import RealTime

/// Text that comes as inputs: a length, then a letter each.
enum Letters {
  /// How many there are, as far as there are inputs.
  @inline(__always)
  static func count(_ wires: Wires, _ input: Int, _ inputCount: Int) -> Int {
    guard input < inputCount else { return 0 }
    return max(0, min(inputCount - input - 1, WholeNumbers.whole(wires[input].pointee)))
  }

  /// Four to a word, the first in the lowest byte.
  @inline(__always)
  static func append(_ wires: Wires, from first: Int, _ count: Int, to words: inout UnitMessage.Builder) {
    var letter = 0
    while letter < count {
      var word: UInt32 = 0
      var byte = 0
      while byte < 4 && letter &+ byte < count {
        let code = UInt32(truncatingIfNeeded: WholeNumbers.whole(wires[first &+ letter &+ byte].pointee)) & 0xFF
        word |= code &<< UInt32(8 &* byte)
        byte &+= 1
      }
      words.append(word)
      letter &+= 4
    }
  }
}
