/// What a mix plays, section by section, in the order in which they play.
public struct RemixPlan: Sendable, Equatable {
  public var theme: String?
  public var baseSong: String?
  public var baseBPM: Double?
  public var baseKey: String?
  public var structure: [String]?
  public var sections: [PlanSection]
  /// The keys that this program does not know, in their order.
  public var unknown: [JSONMember]

  public init(
    theme: String? = nil, baseSong: String? = nil, baseBPM: Double? = nil, baseKey: String? = nil,
    structure: [String]? = nil, sections: [PlanSection], unknown: [JSONMember] = []
  ) {
    self.theme = theme
    self.baseSong = baseSong
    self.baseBPM = baseBPM
    self.baseKey = baseKey
    self.structure = structure
    self.sections = sections
    self.unknown = unknown
  }
}
