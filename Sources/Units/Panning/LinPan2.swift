public import RealTime

/// Places a signal between two channels at equal amplitude.
public struct LinPan2: PanningUnitGenerator {
  public static let specification = UnitSpecification(
    "LinPan2", "Places a signal between two channels at equal amplitude.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("pos", "The position from -1, left, to 1, right.", range: -1...1),
      .init("level", "The level.", standard: 1, rates: [.scalar, .control]),
    ], outputs: ["left", "right"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var signalCount: Int { 1 }
  static var numberCount: Int { 2 }
  static var outputCount: Int { 2 }
  static var followsFrames: Bool { true }

  var panning: PanningState

  public init(_ preparation: UnitPreparation) { panning = PanningState(preparation) }

  @inline(__always)
  static func gains(_ numbers: SIMD4<Float>, _ sine: QuarterSine) -> SIMD4<Float> {
    let right = numbers[1] * (numbers[0] * 0.5 + 0.5)
    return SIMD4(numbers[1] - right, right, 0, 0)
  }

  @inline(__always)
  static func mix(_ first: Lanes, _ second: Lanes, _ gains: FourLanes) -> FourLanes {
    scaled(first, gains)
  }
}
