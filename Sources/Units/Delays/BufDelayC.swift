public import RealTime

/// A delay with cubic interpolation, whose memory is a buffer.
public struct BufDelayC: DelayUnitGenerator {
  public static let specification = UnitSpecification(
    "BufDelayC", "A delay with cubic interpolation, whose memory is a buffer.",
    inputs: [
      .init("buf", "The buffer.", rates: [.scalar, .control]),
      .init("in", "The signal.", followsUnit: true),
      .init("delaytime", "The delay.", range: 0...1e6, measure: "seconds", standard: 0.2),
    ], outputs: ["delayed"],
    rates: [.audio])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var kind: DelayKind { .delay }
  static var interpolation: DelayInterpolation { .cubic }
  static var isBuffered: Bool { true }

  var delay: DelayState

  public init(_ preparation: UnitPreparation) { delay = DelayState(preparation) }
}
