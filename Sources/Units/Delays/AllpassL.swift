public import RealTime

/// An all-pass filter with linear interpolation.
public struct AllpassL: DelayUnitGenerator {
  public static let specification = UnitSpecification(
    "AllpassL", "An all-pass filter with linear interpolation.",
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

  static var kind: DelayKind { .allpass }
  static var interpolation: DelayInterpolation { .linear }
  static var isBuffered: Bool { false }

  var delay: DelayState

  public init(_ preparation: UnitPreparation) { delay = DelayState(preparation) }
}
