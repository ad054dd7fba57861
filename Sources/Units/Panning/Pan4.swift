public import RealTime

/// Places a signal between four channels at equal power.
public struct Pan4: PanningUnitGenerator {
  public static let specification = UnitSpecification(
    "Pan4", "Places a signal between four channels at equal power.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("xpos", "From -1, left, to 1, right.", range: -1...1, rates: [.scalar, .control]),
      .init("ypos", "From -1, back, to 1, front.", range: -1...1, rates: [.scalar, .control]),
      .init("level", "The level.", standard: 1, rates: [.scalar, .control]),
    ], outputs: ["leftFront", "rightFront", "leftBack", "rightBack"],
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
    var (x, y) = (numbers[0], numbers[1])
    if x < -1 || x > 1 || y < -1 || y > 1 {
      // What lies beyond the square is drawn onto its edge.
      if y > x.magnitude {
        x = (x + y) / y - 1
        y = 1
      } else if y < -x.magnitude {
        x = (x - y) / -y - 1
        y = -1
      } else if y.magnitude < x {
        y = (y + x) / x - 1
        x = 1
      } else {
        y = (y - x) / -x - 1
        x = -1
      }
    }
    let side = sine.gains(x)
    let depth = sine.gains(y) * numbers[2]
    return SIMD4(side[0] * depth[1], side[1] * depth[1], side[0] * depth[0], side[1] * depth[0])
  }

  @inline(__always)
  static func mix(_ first: Lanes, _ second: Lanes, _ gains: FourLanes) -> FourLanes {
    scaled(first, gains)
  }
}
