public import RealTime

/// Brings a signal to a level, by a gain that is ready when a peak comes.
public struct Normalizer: LookAheadUnitGenerator {
  public static let specification = UnitSpecification(
    "Normalizer", "Brings a signal to a level, by a gain that is ready when a peak comes.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("level", "The peak level.", standard: 1, rates: [.scalar, .control]),
      .init(
        "dur", "How far it looks ahead; the signal comes twice as much later.", range: 0...1e6, measure: "seconds",
        standard: 0.01, rates: [.scalar]),
    ], outputs: ["out"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  var lookAhead: LookAheadState

  public init(_ preparation: UnitPreparation) { lookAhead = LookAheadState(preparation) }

  @inline(__always)
  static func gain(peak: Float, level: Float) -> Float { peak <= 0.00001 ? 100_000 * level : level / peak }
}
