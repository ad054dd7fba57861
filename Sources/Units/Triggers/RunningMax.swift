public import RealTime

/// The greatest value since the last trigger.
public struct RunningMax: ExtremeUnitGenerator {
  public static let specification = UnitSpecification(
    "RunningMax", "The greatest value since the last trigger.",
    inputs: [
      .init("in", "The signal."),
      .init("trig", "Begins anew: rises above 0."),
    ], outputs: ["extreme"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  var extreme: RunningExtreme

  public init(_ preparation: UnitPreparation) { extreme = RunningExtreme(preparation) }

  @inline(__always)
  static func value(_ signal: Float) -> Float { signal }

  @inline(__always)
  static func pick(_ new: Float, _ old: Float) -> Float { new > old ? new : old }
}
