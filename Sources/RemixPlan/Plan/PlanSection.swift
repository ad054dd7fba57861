/// A part of a mix: stems that start together.
public struct PlanSection: Sendable, Equatable {
  /// The section's key in the file, such as `00_intro`.
  public var name: String
  public var type: String?
  public var stems: [PlanStem]
  public var length: PlanLength
  /// Seconds in which this section takes over from the one before; 0 takes over at once.
  public var crossfade: Double
  /// The keys that this program does not know, in their order.
  public var unknown: [JSONMember]
  public var place: JSONPlace

  public init(
    name: String, type: String? = nil, stems: [PlanStem], length: PlanLength = .firstStem, crossfade: Double = 0,
    unknown: [JSONMember] = [], place: JSONPlace = .start
  ) {
    self.name = name
    self.type = type
    self.stems = stems
    self.length = length
    self.crossfade = crossfade
    self.unknown = unknown
    self.place = place
  }

  /// How long the section lasts; nil if its first stem's file could not be read.
  public var seconds: Double? {
    switch length {
    case .firstStem: stems.first?.seconds
    case .seconds(let seconds): seconds
    case .bars(let bars, let bpm): bars * 4 * 60 / bpm
    }
  }

  /// How many frames of a device the section lasts, at least one: a first stem's are rounded down, so that it never
  /// begins anew at the very end, a stated length is rounded to the nearest. Nil if the length is not known.
  public func frames(atSampleRate sampleRate: Double) -> Int? {
    let frames: Double
    switch length {
    case .firstStem:
      guard let stem = stems.first, let facts = stem.facts else { return nil }
      frames = (Double(facts.frames) * sampleRate / facts.sampleRate / stem.rate).rounded(.down)
    case .seconds, .bars:
      guard let seconds else { return nil }
      frames = (seconds * sampleRate).rounded()
    }
    guard frames.isFinite else { return nil }
    return Int(min(max(frames, 1), Self.mostFrames))
  }

  private static let mostFrames = Double(1 << 40)
}
