public import RealTime

/// Turns a sound field that two signals describe.
public struct Rotate2: PanningUnitGenerator {
  public static let specification = UnitSpecification(
    "Rotate2", "Turns a sound field that two signals describe.",
    inputs: [
      .init("x", "The one signal.", followsUnit: true),
      .init("y", "The other signal.", followsUnit: true),
      .init("pos", "How far, in half turns.", rates: [.scalar, .control]),
    ], outputs: ["xOut", "yOut"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var signalCount: Int { 2 }
  static var numberCount: Int { 1 }
  static var outputCount: Int { 2 }

  var panning: PanningState

  public init(_ preparation: UnitPreparation) { panning = PanningState(preparation) }

  @inline(__always)
  static func gains(_ numbers: SIMD4<Float>, _ sine: QuarterSine) -> SIMD4<Float> {
    let turn = sine.turn(numbers[0])
    return SIMD4(turn[0], turn[1], 0, 0)
  }

  @inline(__always)
  static func mix(_ first: Lanes, _ second: Lanes, _ gains: FourLanes) -> FourLanes {
    (gains.1 * first + gains.0 * second, gains.1 * second - gains.0 * first, .zero, .zero)
  }
}
