public import RealTime

/// A comb filter with cubic interpolation.
public struct CombC: DelayUnitGenerator {
  public static let specification = UnitSpecification(
    "CombC", "A comb filter with cubic interpolation.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("maxdelaytime", "The longest delay.", range: 0...1e6, measure: "seconds", standard: 0.2, rates: [.scalar]),
      .init("delaytime", "The delay.", range: 0...1e6, measure: "seconds", standard: 0.2),
      .init(
        "decaytime", "Time in which echoes die away by 60 dB; negative for a negative feedback.", measure: "seconds",
        standard: 1),
    ], outputs: ["delayed"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var kind: DelayKind { .comb }
  static var interpolation: DelayInterpolation { .cubic }
  static var isBuffered: Bool { false }

  var delay: DelayState

  public init(_ preparation: UnitPreparation) { delay = DelayState(preparation) }
}
