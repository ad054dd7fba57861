public import RealTime

/// Encodes a signal into a sound field of the first order.
public struct PanB: PanningUnitGenerator {
  public static let specification = UnitSpecification(
    "PanB", "Encodes a signal into a sound field of the first order.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("azimuth", "The direction in half turns: 0 in front, 0.5 right.", rates: [.scalar, .control]),
      .init("elevation", "The height in quarter turns.", rates: [.scalar, .control]),
      .init("gain", "The level.", standard: 1, rates: [.scalar, .control]),
    ], outputs: ["w", "x", "y", "z"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var signalCount: Int { 1 }
  static var numberCount: Int { 3 }
  static var outputCount: Int { 4 }

  var panning: PanningState

  public init(_ preparation: UnitPreparation) { panning = PanningState(preparation) }

  @inline(__always)
  static func gains(_ numbers: SIMD4<Float>, _ sine: QuarterSine) -> SIMD4<Float> {
    let azimuth = sine.turn(numbers[0])
    let elevation = sine.turn(numbers[1], size: 2048)
    let flat = elevation[1]
    let gains = SIMD4(0.707_106_78, azimuth[1] * flat, -azimuth[0] * flat, elevation[0])
    return gains * numbers[2]
  }

  @inline(__always)
  static func mix(_ first: Lanes, _ second: Lanes, _ gains: FourLanes) -> FourLanes {
    scaled(first, gains)
  }
}
