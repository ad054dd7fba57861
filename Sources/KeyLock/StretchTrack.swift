import RealTime
import Synchronization

/// One stem that is stretched: what its player, its deck's thread and control know of each other.
///
/// - Thread: atomics may be used by any; the rest is its deck's thread's, once it has been handed over.
final class StretchTrack: @unchecked Sendable {
  // Unchecked: as the line above says.

  let cell: UnsafeMutablePointer<StretchPort>
  let buffer: SampleBuffer
  /// What holds the buffer's samples.
  private let owner: any AnyObject & Sendable
  let sampleRate: Double
  private let pitch = Atomic<UInt64>(Double(0).bitPattern)
  private let keepsPitch = Atomic<Bool>(false)
  private let retired = Atomic<Bool>(false)
  private let primed = Atomic<Bool>(false)

  /// Where the player is, as far as it has told; before it begins, where it will be.
  var state: StretchState
  /// Whether the player has told anything yet.
  var hasBegun = false
  weak var group: StretchGroup?
  /// Frames of the engine's at which its speed was first seen to differ from its group's; nil: it does not.
  var differsSince: Int64?

  init(
    buffer: SampleBuffer, owner: any AnyObject & Sendable, start: StretchState, sampleRate: Double, capacity: Int
  ) {
    self.buffer = buffer
    self.owner = owner
    self.sampleRate = sampleRate
    state = start
    cell = .allocate(capacity: 1)
    cell.initialize(to: .allocate(frames: capacity))
  }

  deinit {
    cell.pointee.deallocate()
    cell.deallocate()
  }

  var port: StretchPort { cell.pointee }

  /// That are to be stretched: mono sounds the same on both sides.
  var channels: Int { buffer.channels == 1 ? 1 : 2 }

  // MARK: - Any thread

  /// In semitones.
  var semitones: Double { Double(bitPattern: pitch.load(ordering: .relaxed)) }

  var isRetired: Bool { retired.load(ordering: .acquiring) }

  var isPrimed: Bool { primed.load(ordering: .acquiring) }

  func set(keepsPitch keeps: Bool, semitones: Double) {
    pitch.store(semitones.bitPattern, ordering: .relaxed)
    keepsPitch.store(keeps, ordering: .relaxed)
    cell.pointee.isWanted = keeps || semitones != 0
  }

  func retire() { retired.store(true, ordering: .releasing) }

  // MARK: - The deck's thread

  func setPrimed() { primed.store(true, ordering: .releasing) }

  /// Takes what the player has told.
  func update() {
    while let next = port.states.pop() {
      state = next
      hasBegun = true
    }
  }

  /// The player's speed over the buffer's own; negative is backwards.
  var rate: Double { Double(state.increment) / 4_294_967_296 * sampleRate / buffer.sampleRate }

  /// The speed at which the buffer has the wanted pitch, in the direction of playing.
  var speed: Double {
    let rate = rate
    let own = keepsPitch.load(ordering: .relaxed) ? (rate < 0 ? -1 : 1) : rate
    let semitones = semitones
    return semitones == 0 ? own : own * KeyLock.ratio(ofSemitones: semitones)
  }

  /// How much longer than at that speed it plays.
  var ratio: Double {
    let rate = rate
    return rate == 0 ? .infinity : speed / rate
  }

  /// Whether there is something to do: neither nothing to stretch, nor more than is of use.
  var isToStretch: Bool {
    guard port.isWanted, !isRetired else { return false }
    let ratio = ratio
    return KeyLock.ratios.contains(ratio) && (ratio - 1).magnitude > 1e-7
  }

  /// Where the player will be at an output frame of its own, 32.32 fixed point, within its region if it goes around.
  func position(atPlayed frame: Int64) -> Int64 {
    let position = state.position &+ (frame - state.played) &* state.increment
    let span = state.high - state.low
    guard state.loops, span > 0, position >= state.high || (position < state.low && state.position >= state.low) else {
      return position
    }
    let past = (position - state.low) % span
    return state.low + (past < 0 ? past + span : past)
  }
}
