/// The values that a number in a plan may have.
struct PlanRange {
  let words: String
  private let accepted: ClosedRange<Double>
  private let acceptsLowest: Bool

  private init(_ words: String, _ accepted: ClosedRange<Double>, acceptsLowest: Bool = true) {
    self.words = words
    self.accepted = accepted
    self.acceptsLowest = acceptsLowest
  }

  func contains(_ value: Double) -> Bool {
    accepted.contains(value) && (acceptsLowest || value > accepted.lowerBound)
  }

  static let rate = PlanRange("above 0 and at most 16", 0...16, acceptsLowest: false)
  /// That can be stretched.
  static let stretch = PlanRange("from 0.25 to 4", 0.25...4)
  static let bpm = PlanRange("from 1 to 999", 1...999)
  static let volume = PlanRange("from 0 to 4", 0...4)
  /// A day at most.
  static let duration = PlanRange("above 0 and at most 86400 seconds", 0...86_400, acceptsLowest: false)
  static let bars = PlanRange("from 0.25 (a beat) to 10000", 0.25...10_000)
  static let crossfade = PlanRange("from 0 to 86400 seconds", 0...86_400)
}
