/// Where a voice reads at each frame: the same arithmetic as the player's on the audio thread, so that it need not be
/// asked.
///
/// What the audio thread has been told counts from its frame on; where that frame is not known yet it is moved later.
struct Playhead {
  enum Change {
    /// Buffer frames an output frame, in 32.32.
    case speed(Int64)
    /// To a place in 32.32 buffer frames.
    case seek(Int64)
    /// What it moves in, in 32.32 buffer frames: first place and first behind; empty or not looped: the whole file.
    case loop(Bool, Int64, Int64)
  }

  private struct Event {
    var name: Int
    var frame: Int64
    var change: Change
  }

  private struct State {
    var frame: Int64
    var position: Int64
    var increment: Int64
    var loops: Bool
    var low: Int64
    var high: Int64
    let end: Int64

    mutating func advance(to next: Int64) {
      let passed = max(0, next - frame)
      frame = max(frame, next)
      var place = Int128(position) + Int128(increment) * Int128(passed)
      let isPast = increment < 0 ? place < low : place >= high
      if isPast && loops && high > low {
        let span = Int128(high - low)
        let past = (place - Int128(low)) % span
        place = Int128(low) + (past < 0 ? past + span : past)
      }
      position = Int64(clamping: min(max(0, place), Int128(end)))
    }

    mutating func take(_ change: Change) {
      switch change {
      case .speed(let increment): self.increment = increment
      case .seek(let position): self.position = position
      case .loop(let loops, let low, let high):
        self.loops = loops
        let isRegion = loops && high > low
        self.low = isRegion ? low : 0
        self.high = isRegion ? high : end
      }
    }
  }

  static let frame = 4_294_967_296.0

  private var state: State
  private var events: [Event] = []
  private var nextName = 0
  private let sampleRate: Double
  private let deviceRate: Double

  /// - Parameters:
  ///   - position: in buffer frames.
  ///   - sectionFrames: the length of a section in output frames.
  init(
    at frame: Int64, position: Double, speed: Float, loops: Bool, sectionFrames: Double?, frames: Int,
    sampleRate: Double, deviceRate: Double
  ) {
    self.sampleRate = sampleRate
    self.deviceRate = deviceRate
    let end = Int64(frames) << 32
    state = State(
      frame: frame, position: Int64(position * Self.frame), increment: 0, loops: loops, low: 0, high: end, end: end)
    state.increment = increment(ofSpeed: speed)
    if state.increment < 0 && state.position >= end { state.position = max(0, end - (1 << 32)) }
    guard let sectionFrames, loops else { return }
    let span = Int64(min(sectionFrames * Double(state.increment.magnitude), Double(end)))
    if state.increment >= 0 {
      state.low = state.position
      state.high = min(end, state.position + span)
    } else {
      state.high = min(end, state.position + (1 << 32))
      state.low = max(0, state.high - span)
    }
  }

  /// As the player rounds it.
  func increment(ofSpeed speed: Float) -> Int64 {
    let scaled = Double(speed) * sampleRate / deviceRate * Self.frame
    return scaled.isFinite ? Int64(scaled + (scaled < 0 ? -0.5 : 0.5)) : 0
  }

  /// The voice begins at this frame, not at the one that was told.
  mutating func begin(at frame: Int64) { state.frame = frame }

  /// Something changes at a frame; gives back the name of the change.
  @discardableResult
  mutating func change(_ change: Change, at frame: Int64) -> Int {
    nextName += 1
    let index = events.lastIndex { $0.frame <= frame }.map { $0 + 1 } ?? 0
    events.insert(Event(name: nextName, frame: frame, change: change), at: index)
    return nextName
  }

  /// A change turned out to happen at another frame.
  mutating func move(_ name: Int, to frame: Int64) {
    guard let index = events.firstIndex(where: { $0.name == name }), events[index].frame != frame else { return }
    var event = events.remove(at: index)
    event.frame = frame
    events.insert(event, at: events.lastIndex { $0.frame <= frame }.map { $0 + 1 } ?? 0)
  }

  /// A change that does not happen after all.
  mutating func remove(_ name: Int) { events.removeAll { $0.name == name } }

  /// Takes for certain what happened before a frame.
  mutating func settle(before frame: Int64) {
    while let event = events.first, event.frame < frame {
      state.advance(to: event.frame)
      state.take(event.change)
      events.removeFirst()
    }
  }

  /// In buffer frames, with the fraction.
  func position(at frame: Int64) -> Double { Double(stateAt(frame).position) / Self.frame }

  /// Buffer frames an output frame.
  func speed(at frame: Int64) -> Double { Double(stateAt(frame).increment) / Self.frame }

  private func stateAt(_ frame: Int64) -> State {
    var state = state
    for event in events where event.frame <= frame {
      state.advance(to: event.frame)
      state.take(event.change)
    }
    state.advance(to: frame)
    return state
  }
}
