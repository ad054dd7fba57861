public import RealTime

/// A delay without interpolation, whose memory is a buffer.
public struct BufDelayN: DelayUnitGenerator {
  public static let specification = UnitSpecification(
    "BufDelayN", "A delay without interpolation, whose memory is a buffer.",
    inputs: [
      .init("buf", "The buffer.", rates: [.scalar, .control]),
      .init("in", "The signal.", followsUnit: true),
      .init("delaytime", "The delay.", range: 0...1e6, measure: "seconds", standard: 0.2),
    ], outputs: ["delayed"],
    rates: [.audio])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var kind: DelayKind { .delay }
  static var interpolation: DelayInterpolation { .none }
  static var isBuffered: Bool { true }

  var delay: DelayState

  public init(_ preparation: UnitPreparation) { delay = DelayState(preparation) }
}
