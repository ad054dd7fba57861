/// A stem with the id that it is loaded under.
public struct SeatedStem: Sendable, Equatable {
  public let id: Int32
  public let stem: PlanStem

  public init(id: Int32, stem: PlanStem) {
    self.id = id
    self.stem = stem
  }
}
