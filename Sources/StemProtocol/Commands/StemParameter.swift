/// An argument of a command, as data: what it means, what it may be, and what it is when it is left out.
public struct StemParameter: Sendable {
  public enum Kind: Sendable {
    case integer(ClosedRange<Int>)
    case number(ClosedRange<Double>)
    case text
    /// One of these words.
    case word([String])
    /// A signal of the mixer: a word, or a stem's id.
    case signal
    /// 0 or 1, false or true.
    case flag
    /// The letter of a deck.
    case deck
    /// Whatever follows.
    case rest
  }

  public enum Standard: Sendable {
    case required
    case number(Double)
    case text(String)
    /// The command knows what it does without.
    case absent
  }

  /// How a value takes hold that a ramp (`/ramp`) sends again and again.
  public enum Ramping: Sendable {
    /// It is none that could be ramped.
    case none
    /// At once.
    case steps
    /// By a glide whose time a ramp can tell.
    case glides
    /// By such a glide, but of something that is not in proportion to the value: a ramp goes in short steps.
    case bends
    /// As the number of another command, which changes nothing else: see `StemCommand.part`.
    case parts
  }

  public var name: String
  public var kind: Kind
  public var standard: Standard
  /// The unit of measure; empty for a plain number.
  public var measure: String
  public var summary: String
  public var ramping = Ramping.none

  public init(
    _ name: String, _ kind: Kind, standard: Standard = .required, measure: String = "", _ summary: String
  ) {
    self.name = name
    self.kind = kind
    self.standard = standard
    self.measure = measure
    self.summary = summary
  }
}

extension StemParameter {
  /// The same, for ramps.
  func ramping(_ ramping: Ramping) -> StemParameter {
    var parameter = self
    parameter.ramping = ramping
    return parameter
  }

  static let stem = StemParameter("id", .integer(0...Int(Int32.max)), "the stem")

  static let deck = StemParameter("deck", .deck, "A, B, or with four decks C, D")

  /// A band of an equaliser.
  static let band = StemParameter("band", .word(BandLevels.names), "low, mid or high")

  /// How far a band is turned up.
  static func percent(_ name: String, _ summary: String) -> StemParameter {
    StemParameter(name, .number(0...100), measure: "percent", summary)
  }

  /// The three bands of an equaliser.
  static let bands = BandLevels.names.map { percent($0, "the \($0) band; 0 kills, 50 is flat") }

  static let path = StemParameter(
    "path", .text, "the file: WAV, AIFF, FLAC, Ogg, MP3, Opus, RF64 …; ~ is the home folder")

  static let at = StemParameter(
    "at", .number(0...1e9), standard: .absent, measure: "seconds", "on the server's clock (/clock); at once without")

  static let hotCue = StemParameter("n", .integer(HotCue.numbers), "number of the cue")

  static let anyVolume = 0.0...64.0

  static let rate = StemParameter(
    "rate", .number(-256...256), standard: .number(1), "playback speed; negative is backwards")
}
