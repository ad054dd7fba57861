/// A row of stem ids on one deck, which takes the stems of one section: as one section plays, the next one is loaded
/// into another seat.
public struct PlanSeat: Sendable, Hashable {
  public let firstID: Int32

  private init(firstID: Int32) { self.firstID = firstID }

  /// The seats in the order in which they are taken. A plan that plays through uses the first two alone, deck A for
  /// its even sections and deck B for its odd ones; the others are for a change of mind while both are taken.
  public static let all = [100, 1100, 600, 1600].map { PlanSeat(firstID: $0) }

  /// How many stems a section can have.
  public static let mostStems = 500

  public func id(ofStem index: Int) -> Int32 { firstID + Int32(clamping: index) }
}
