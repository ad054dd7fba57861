public import RealTime

/// A comb filter with cubic interpolation, whose memory is a buffer.
public struct BufCombC: DelayUnitGenerator {
  public static let specification = UnitSpecification(
    "BufCombC", "A comb filter with cubic interpolation, whose memory is a buffer.",
    inputs: [
      .init("buf", "The buffer.", rates: [.scalar, .control]),
      .init("in", "The signal.", followsUnit: true),
      .init("delaytime", "The delay.", range: 0...1e6, measure: "seconds", standard: 0.2),
      .init(
        "decaytime", "Time in which echoes die away by 60 dB; negative for a negative feedback.", measure: "seconds",
        standard: 1),
    ], outputs: ["delayed"],
    rates: [.audio])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var kind: DelayKind { .comb }
  static var interpolation: DelayInterpolation { .cubic }
  static var isBuffered: Bool { true }

  var delay: DelayState

  public init(_ preparation: UnitPreparation) { delay = DelayState(preparation) }
}
