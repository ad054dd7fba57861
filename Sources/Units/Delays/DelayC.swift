public import RealTime

/// A delay with cubic interpolation.
public struct DelayC: DelayUnitGenerator {
  public static let specification = UnitSpecification(
    "DelayC", "A delay with cubic interpolation.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("maxdelaytime", "The longest delay.", range: 0...1e6, measure: "seconds", standard: 0.2, rates: [.scalar]),
      .init("delaytime", "The delay.", range: 0...1e6, measure: "seconds", standard: 0.2),
    ], outputs: ["delayed"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var kind: DelayKind { .delay }
  static var interpolation: DelayInterpolation { .cubic }
  static var isBuffered: Bool { false }

  var delay: DelayState

  public init(_ preparation: UnitPreparation) { delay = DelayState(preparation) }
}
