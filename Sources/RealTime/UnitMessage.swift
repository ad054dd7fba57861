/// What the audio thread has to say that fits into no event: a record of words on the context's ring of messages. The words
/// are its length in words, its kind, the node's id, and what follows for the kind.
public enum UnitMessage {
  @frozen
  public enum Kind: UInt32, BitwiseCopyable, Sendable {
    /// SendTrig: its id, a float.
    case trigger = 1
    /// SendReply: its id, the length of the address in bytes, the address in words of four letters, floats.
    case reply = 2
    /// A line for people: its length in bytes, its letters.
    case line = 3
    /// A node was paused or resumed by a unit: parent, previous, next, 1 for a group, first, last.
    case nodePaused = 4
    case nodeResumed = 5
    /// A traced synth's unit: its number, then floats: its inputs before it ran, its outputs behind. Before the first unit
    /// and behind the last one a record of another number: −1 with the synth's tag (low, high) and its controls, −2 with
    /// nothing.
    case trace = 6
    /// Poll: a float, the frame of the block (−1: not told), the length of its label in bytes, its letters.
    case value = 7
    /// A traced group's nodes: for each its id, 1 for a group, its tag (low, high).
    case groupTrace = 8
    /// A `DiskRequest`.
    case disk = 9
  }

  @inlinable @inline(__always) public static var greatestWords: Int { 1024 }

  /// Collects a record's words.
  @frozen
  public struct Builder: BitwiseCopyable {
    @usableFromInline let words: UnsafeMutablePointer<UInt32>
    @usableFromInline var count: Int

    @inlinable @inline(__always)
    init(_ words: UnsafeMutablePointer<UInt32>, _ kind: Kind, _ node: Int32) {
      self.words = words
      words[1] = kind.rawValue
      words[2] = UInt32(bitPattern: node)
      count = 3
    }

    @inlinable @inline(__always)
    public mutating func append(_ value: UInt32) {
      guard count < UnitMessage.greatestWords else { return }
      words[count] = value
      count &+= 1
    }

    @inlinable @inline(__always)
    public mutating func append(_ value: Int32) { append(UInt32(bitPattern: value)) }

    @inlinable @inline(__always)
    public mutating func append(_ value: Float) { append(value.bitPattern) }
  }
}

extension RenderContext {
  /// Sends a record to control; lost, not waited for, when control does not keep up. What `fill` appends beyond
  /// `UnitMessage.greatestWords` is left out.
  @inlinable @inline(__always)
  public func send(_ kind: UnitMessage.Kind, _ node: Int32, _ fill: (inout UnitMessage.Builder) -> Void) {
    let words = UnsafeMutableRawPointer(scratch).assumingMemoryBound(to: UInt32.self)
    var builder = UnitMessage.Builder(words, kind, node)
    fill(&builder)
    words[0] = UInt32(builder.count)
    _ = messages.push(UnsafePointer(words), count: builder.count)
  }
}
