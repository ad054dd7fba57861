/// One part of a section: a file and how it plays.
public struct PlanStem: Sendable, Equatable {
  public var name: String
  public var song: String?
  /// As the plan writes it.
  public var file: String
  /// The file's absolute path.
  public var path: String
  public var bpm: Double?
  public var key: String?
  /// The playback rate: it shifts pitch and tempo together.
  public var rate: Double
  public var needsTimestretch: Bool
  public var volume: Double
  /// Nil if the file could not be read.
  public var facts: StemFileFacts?
  /// The keys that this program does not know, in their order.
  public var unknown: [JSONMember]
  public var place: JSONPlace

  public init(
    name: String, song: String? = nil, file: String, path: String, bpm: Double? = nil, key: String? = nil,
    rate: Double = 1, needsTimestretch: Bool = false, volume: Double? = nil, facts: StemFileFacts? = nil,
    unknown: [JSONMember] = [], place: JSONPlace = .start
  ) {
    self.name = name
    self.song = song
    self.file = file
    self.path = path
    self.bpm = bpm
    self.key = key
    self.rate = rate
    self.needsTimestretch = needsTimestretch
    self.volume = volume ?? Self.volume(ofKind: name)
    self.facts = facts
    self.unknown = unknown
    self.place = place
  }

  /// The volume of a stem by its kind, which is its name in any case.
  public static func volume(ofKind name: String) -> Double {
    switch name.lowercased() {
    case "drums": 0.8
    case "vocals": 0.9
    default: 0.7
    }
  }

  /// How long the file plays at its rate, in seconds; nil if the file could not be read.
  public var seconds: Double? {
    facts.map { Double($0.frames) / $0.sampleRate / rate }
  }
}
