import CRealTime
public import RealTime

/// Decodes a flat sound field for a ring of channels.
public struct DecodeB2: UnitGenerator {
  public static let specification = UnitSpecification(
    "DecodeB2", "Decodes a flat sound field for a ring of channels.",
    inputs: [
      .init("w", "The field's level.", followsUnit: true),
      .init("x", "The field from the front.", followsUnit: true),
      .init("y", "The field from the left.", followsUnit: true),
      .init(
        "orientation", "0 puts a channel in front, 0.5 the gap between two.", standard: 0.5, rates: [.scalar, .control]),
    ], outputs: [],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let channels: Int
  private var front: Float = 0
  private var left: Float = 0
  private var turn = SIMD2<Float>()

  public init(_ preparation: UnitPreparation) { channels = preparation.outputCount }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    for channel in 0..<channels { wires[4 + channel].pointee = 0 }
    let angle = 2 * Float.pi / Float(channels)
    turn = SIMD2(syrinx_sinf(angle), syrinx_cosf(angle))
    front = 0.5 * syrinx_cosf(wires[3].pointee * angle)
    left = 0.5 * syrinx_sinf(wires[3].pointee * angle)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let (w, x, y) = (wires[0], wires[1], wires[2])
    var (front, left) = (front, left)
    for channel in 0..<channels {
      let output = wires[4 + channel]
      var frame = 0
      while frame < frames {
        output[frame] = w[frame] * 0.707_106_78 + x[frame] * front + y[frame] * left
        frame &+= 1
      }
      (front, left) = (front * turn[1] + left * turn[0], left * turn[1] - front * turn[0])
    }
  }
}
