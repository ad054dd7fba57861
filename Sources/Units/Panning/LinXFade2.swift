public import RealTime

/// Fades from one signal to another at equal amplitude.
public struct LinXFade2: PanningUnitGenerator {
  public static let specification = UnitSpecification(
    "LinXFade2", "Fades from one signal to another at equal amplitude.",
    inputs: [
      .init("inA", "The one signal.", followsUnit: true),
      .init("inB", "The other signal.", followsUnit: true),
      .init("pan", "-1 is the one, 1 the other.", range: -1...1),
    ], outputs: ["mix"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var signalCount: Int { 2 }
  static var numberCount: Int { 1 }
  static var outputCount: Int { 1 }
  static var followsFrames: Bool { true }

  var panning: PanningState

  public init(_ preparation: UnitPreparation) { panning = PanningState(preparation) }

  @inline(__always)
  static func gains(_ numbers: SIMD4<Float>, _ sine: QuarterSine) -> SIMD4<Float> {
    SIMD4(Bounds.clamp(numbers[0], -1, 1) * 0.5 + 0.5, 0, 0, 0)
  }

  @inline(__always)
  static func mix(_ first: Lanes, _ second: Lanes, _ gains: FourLanes) -> FourLanes {
    (first + gains.0 * (second - first), .zero, .zero, .zero)
  }
}
