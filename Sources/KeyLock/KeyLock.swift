public import RealTime

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Key-lock: stems whose pitch does not follow their speed. Rubber Band stretches them, on a thread for each deck and ahead
/// of the audio thread, which only copies what lies ready.
///
/// A stem is read at the speed at which it has the wanted pitch, and then stretched to the speed at which it plays: the
/// stretcher changes time alone. Stems of a deck that play at one speed and pitch go through one stretcher.
///
/// - Thread: control.
public final class KeyLock {
  public enum Mode: Sendable {
    /// On threads of its own.
    case background
    /// Within `serve`, which returns when all is ready: for a render that nobody hears.
    case inline
  }

  /// Ratios of length that are stretched; a stem that would need more plays as varispeed.
  public static let ratios = 0.25...4.0
  /// What `/stem_pitch` takes, in semitones.
  public static let semitones = -24.0...24.0

  static func ratio(ofSemitones semitones: Double) -> Double { exp2(semitones / 12) }

  public let engine: KeyLockEngine
  private let mode: Mode
  private let sampleRate: Double
  private let capacity: Int
  private let decks: [StretchDeck]
  private var threads: [StretchThread?]

  /// - Parameters:
  ///   - sampleRate: in hertz, the engine's.
  ///   - reader: the unit that plays stems.
  ///   - lookaheadSeconds: what lies ready before the audio thread: more than it takes at a time.
  ///   - onPrimed: called, on a thread of key-lock's, when a voice may begin.
  public init(
    _ engine: KeyLockEngine, mode: Mode, sampleRate: Double, decks count: Int, reader: UnitDescriptor,
    lookaheadSeconds: Double = 0.06, onPrimed: @escaping @Sendable () -> Void = {}
  ) {
    self.engine = engine
    self.mode = mode
    self.sampleRate = sampleRate
    let lookahead = Int(lookaheadSeconds * sampleRate) + 2 * RenderContext.blockFrames
    // Room for a hop more on one side, and for what is being faded out on the other.
    capacity = 2 * lookahead + 8192
    decks = (0..<count).map { _ in
      StretchDeck(engine, sampleRate: sampleRate, lookahead: lookahead, reader: reader, onPrimed: onPrimed)
    }
    threads = Array(repeating: nil, count: count)
  }

  deinit { for thread in threads { thread?.stop() } }

  /// A voice for a stem that is to begin, or plays already.
  ///
  /// - Parameters:
  ///   - owner: what holds the buffer's samples.
  ///   - start: where it begins, as if it had told so itself.
  ///   - hasBegun: whether it plays already, and will tell where it is once it has its port.
  public func makeVoice(
    _ buffer: SampleBuffer, owner: any AnyObject & Sendable, start: StretchState, hasBegun: Bool = false
  ) -> KeyLockVoice {
    let track = StretchTrack(buffer: buffer, owner: owner, start: start, sampleRate: sampleRate, capacity: capacity)
    if hasBegun { track.setPrimed() }
    return KeyLockVoice(track)
  }

  /// The buffer's frames in an output frame at a rate, in 32.32 fixed point.
  public func increment(rate: Double, _ buffer: SampleBuffer) -> Int64 {
    StemFeed.increment(rate, buffer, sampleRate)
  }

  /// Begins to stretch voices of one deck, which begin together.
  public func add(_ voices: [KeyLockVoice], deck: Int) {
    guard !voices.isEmpty else { return }
    decks[deck].add(voices.map(\.track))
    if mode == .inline {
      decks[deck].serve()
    } else if let thread = threads[deck] {
      thread.wake()
    } else {
      threads[deck] = StretchThread(decks[deck])
    }
  }

  /// Brings everything up to date, in line; does nothing when threads do it.
  public func serve() {
    guard mode == .inline else { return }
    for deck in decks where !deck.isIdle { deck.serve() }
  }
}
