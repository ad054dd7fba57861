/// A section in a seat, with those of its stems that are there.
public struct SeatedSection: Sendable, Equatable {
  /// The section's index in the plan.
  public let index: Int
  public let seat: PlanSeat
  public var stems: [SeatedStem]

  public init(index: Int, seat: PlanSeat, stems: [SeatedStem]) {
    self.index = index
    self.seat = seat
    self.stems = stems
  }

  /// All stems of a section in a seat.
  public init(_ section: PlanSection, index: Int, seat: PlanSeat) {
    let stems = section.stems.enumerated().map { SeatedStem(id: seat.id(ofStem: $0.offset), stem: $0.element) }
    self.init(index: index, seat: seat, stems: stems)
  }
}
