public import RealTime

/// Three poles that follow a signal, by a time.
public struct Lag3: LagFilter {
  public static let specification = UnitSpecification(
    "Lag3", "Follows a signal smoothly.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("lagTime", "Time within 60 dB of a new value.", range: -1e6...1e6, measure: "seconds", standard: 0.1),
    ],
    outputs: ["lagged"], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var poles: Int { 3 }
  static var hasTwoTimes: Bool { false }

  var lag: LagState

  public init(_ preparation: UnitPreparation) { lag = LagState(preparation) }
}
