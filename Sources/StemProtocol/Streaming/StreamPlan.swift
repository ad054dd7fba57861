import RealTime

/// Which chunks of a streamed file are wanted, by when, from where its voices are.
///
/// A voice wants what it will play within the next seconds, around its loop too, and a little of what it has played.
struct StreamPlan {
  /// How long before it plays a chunk is asked for, in seconds.
  static let aheadSeconds = 3.0
  /// At least so many chunks, and at most.
  static let ahead = 4...128
  /// Chunks that a voice has played and that are kept: for a loop of what was just heard, and for what is read around a
  /// place.
  static let behind = 8
  /// Chunks that one voice at the file's own speed keeps.
  static let usualChunks = 22

  /// What an interpolation reads beyond a place, as a 32.32 position.
  private static let reach: Int64 = 2048 << 32

  let frames: Int
  /// Of the device, in hertz.
  let sampleRate: Double
  /// Chunks, with the seconds until they are needed; the least for each.
  private(set) var needs: [Int: Double] = [:]

  init(frames: Int, sampleRate: Double) {
    self.frames = frames
    self.sampleRate = sampleRate
  }

  /// The most urgent first.
  var inOrder: [Int] {
    needs.sorted { $0.value != $1.value ? $0.value < $1.value : $0.key < $1.key }.map(\.key)
  }

  /// What someone who is about to begin there needs.
  mutating func add(_ claim: ClosedRange<Int>) { for chunk in claim { need(chunk, in: 0.2) } }

  mutating func add(_ voice: SampleWindow.Voice) {
    let framesPerSecond = max(1, Double(voice.increment.magnitude) / 4_294_967_296 * sampleRate)
    let chunkSeconds = Double(SampleWindow.chunkFrames) / framesPerSecond
    let count = Int(min(1e6, Self.aheadSeconds / chunkSeconds)) + 1
    let backwards = voice.increment < 0
    walk(voice, backwards: backwards, chunks: min(max(count, Self.ahead.lowerBound), Self.ahead.upperBound)) {
      chunk, distance in need(chunk, in: chunkSeconds * Double(distance))
    }
    // A chunk behind is needed at once where a place at its edge is read, later only for a jump.
    walk(voice, backwards: !backwards, chunks: Self.behind) { chunk, distance in
      need(chunk, in: distance < 2 ? 0.1 : 1)
    }
  }

  /// The chunks from a voice's place on, with their distance, and around its loop.
  private func walk(
    _ voice: SampleWindow.Voice, backwards: Bool, chunks: Int, _ body: (_ chunk: Int, _ distance: Int) -> Void
  ) {
    let first = chunk(voice.low - Self.reach)
    let last = chunk(max(voice.low, voice.high) + Self.reach)
    var at = chunk(voice.position)
    for distance in 0...chunks {
      body(at, distance)
      let isAtEdge = backwards ? at == first || at == 0 : at == last || at == chunk(.max)
      if isAtEdge {
        guard voice.loops else { return }
        at = backwards ? last : first
      } else {
        at += backwards ? -1 : 1
      }
    }
  }

  private mutating func need(_ chunk: Int, in seconds: Double) {
    needs[chunk] = min(needs[chunk] ?? .infinity, seconds)
  }

  /// Of a 32.32 position; what lies outside is at the edge.
  private func chunk(_ position: Int64) -> Int {
    min(max(0, Int(position >> 32)), frames - 1) >> SampleWindow.chunkShift
  }
}
