public import RealTime

/// One pole that follows a signal, by a time for rising and one for falling.
public struct LagUD: LagFilter {
  public static let specification = UnitSpecification(
    "LagUD", "Follows a signal smoothly, rising and falling in times of their own.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("lagTimeU", "The time of a rise.", range: -1e6...1e6, measure: "seconds", standard: 0.1),
      .init("lagTimeD", "The time of a fall.", range: -1e6...1e6, measure: "seconds", standard: 0.1),
    ],
    outputs: ["lagged"], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var poles: Int { 1 }
  static var hasTwoTimes: Bool { true }

  var lag: LagState

  public init(_ preparation: UnitPreparation) { lag = LagState(preparation) }
}
