import CRealTime
public import RealTime

/// An all-pass by frequency and radius, as scsynth computes it: of each three frames the second and the third take
/// the newest output where the algorithm has an older one.
public struct APF: UnitGenerator {
  public static let specification = UnitSpecification(
    "APF", "An all-pass, by frequency and radius.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("freq", "Frequency.", range: 0...192_000, measure: "hertz", standard: 440),
      .init("radius", "Radius.", range: -1...1, standard: 0.8),
    ],
    outputs: ["filtered"], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let radians: Double
  private var values = SIMD2<Float>(repeating: .nan)
  private var b1 = 0.0
  private var b2 = 0.0
  private var x1 = 0.0
  private var x2 = 0.0
  private var y1 = 0.0
  private var y2 = 0.0

  public init(_ preparation: UnitPreparation) { radians = 2 * Double.pi / preparation.valuesPerSecond }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { process(context, wires, 1) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let input = wires[0]
    let output = wires[3]
    let newest = SIMD2(wires[1].pointee, wires[2].pointee)
    let steps = frames / 3
    var target1 = b1
    var target2 = b2
    if newest[0] != values[0] || newest[1] != values[1] {
      values = newest
      let radius = Double(newest[1])
      target1 = 2 * radius * syrinx_cos(Double(newest[0]) * radians)
      target2 = -(radius * radius)
    }
    let slope1 = steps > 0 ? (target1 - b1) / Double(steps) : 0
    let slope2 = steps > 0 ? (target2 - b2) / Double(steps) : 0
    var frame = 0
    while frame < 3 &* steps {
      let x0 = Double(input[frame])
      let y0 = x0 + b1 * (y1 - x1) + b2 * (y2 - x2)
      output[frame] = Float(y0)
      x2 = Double(input[frame &+ 1])
      y2 = x2 + b1 * (y0 - x0) + b2 * (y2 - x1)
      output[frame &+ 1] = Float(y2)
      x1 = Double(input[frame &+ 2])
      y1 = x1 + b1 * (y2 - x2) + b2 * (y2 - x0)
      output[frame &+ 2] = Float(y1)
      b1 += slope1
      b2 += slope2
      frame &+= 3
    }
    while frame < frames {
      let x0 = Double(input[frame])
      let y0 = x0 + b1 * (y1 - x1) + b2 * (y2 - x2)
      output[frame] = Float(y0)
      y2 = y1
      y1 = y0
      x2 = x1
      x1 = x0
      frame &+= 1
    }
    b1 = target1
    b2 = target2
    y1 = Decaying.settled(y1)
    y2 = Decaying.settled(y2)
  }
}
