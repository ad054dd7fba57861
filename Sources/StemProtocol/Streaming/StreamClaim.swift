/// Has chunks of a streamed file brought, and kept as long as it lives: its beginning, or a cue that must be at hand.
///
/// - Thread: confined to its server's.
final class StreamClaim {
  let chunks: ClosedRange<Int>
  private weak var stream: StemStream?

  init(_ chunks: ClosedRange<Int>, of stream: StemStream) {
    self.chunks = chunks
    self.stream = stream
    stream.claims[ObjectIdentifier(self)] = chunks
  }

  deinit { stream?.claims[ObjectIdentifier(self)] = nil }
}
