public import RealTime

/// Fades from one signal to another at equal power.
public struct XFade2: PanningUnitGenerator {
  public static let specification = UnitSpecification(
    "XFade2", "Fades from one signal to another at equal power.",
    inputs: [
      .init("inA", "The one signal.", followsUnit: true),
      .init("inB", "The other signal.", followsUnit: true),
      .init("pan", "-1 is the one, 1 the other.", range: -1...1),
      .init("level", "The level.", standard: 1, rates: [.scalar, .control]),
    ], outputs: ["mix"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var signalCount: Int { 2 }
  static var numberCount: Int { 2 }
  static var outputCount: Int { 1 }
  static var followsFrames: Bool { true }

  var panning: PanningState

  public init(_ preparation: UnitPreparation) { panning = PanningState(preparation) }

  @inline(__always)
  static func gains(_ numbers: SIMD4<Float>, _ sine: QuarterSine) -> SIMD4<Float> {
    let gains = sine.gains(numbers[0]) * numbers[1]
    return SIMD4(gains[0], gains[1], 0, 0)
  }

  @inline(__always)
  static func mix(_ first: Lanes, _ second: Lanes, _ gains: FourLanes) -> FourLanes {
    (first * gains.0 + second * gains.1, .zero, .zero, .zero)
  }
}
