public import RealTime

/// Encodes two signals into a flat sound field, opposite to one another.
public struct BiPanB2: PanningUnitGenerator {
  public static let specification = UnitSpecification(
    "BiPanB2", "Encodes two signals into a flat sound field, opposite to one another.",
    inputs: [
      .init("inA", "The one signal.", followsUnit: true),
      .init("inB", "The other signal.", followsUnit: true),
      .init("azimuth", "The direction in half turns: 0 in front, 0.5 right.", rates: [.scalar, .control]),
      .init("gain", "The level.", standard: 1, rates: [.scalar, .control]),
    ], outputs: ["w", "x", "y"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var signalCount: Int { 2 }
  static var numberCount: Int { 2 }
  static var outputCount: Int { 3 }

  var panning: PanningState

  public init(_ preparation: UnitPreparation) { panning = PanningState(preparation) }

  @inline(__always)
  static func gains(_ numbers: SIMD4<Float>, _ sine: QuarterSine) -> SIMD4<Float> {
    let turn = sine.turn(numbers[0])
    return SIMD4(0.707_106_78 * numbers[1], turn[1] * numbers[1], -turn[0] * numbers[1], 0)
  }

  @inline(__always)
  static func mix(_ first: Lanes, _ second: Lanes, _ gains: FourLanes) -> FourLanes {
    let difference = first - second
    return ((first + second) * gains.0, difference * gains.1, difference * gains.2, .zero)
  }
}
