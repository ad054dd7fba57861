import CRealTime
public import RealTime

/// Grains out of a buffer, each around a place of it.
public struct TGrains: GrainUnitGenerator {
  public static let specification = UnitSpecification(
    "TGrains", "Grains out of a buffer, each around a place of it.",
    inputs: [
      .grainTrigger,
      .grain("bufnum", "The number of a buffer of one channel."),
      .grain("rate", "Frames of the buffer in a frame.", standard: 1),
      .grain("centerPos", "Where the middle of the grain lies.", measure: "seconds"),
      .grainLength, .grainPan,
      .grain("amp", "The level.", standard: 0.1),
      .grain("interp", "1: none, 2: linear, 4: cubic.", standard: 4),
    ], outputs: [])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var waits: Bool { true }
  private static var room: Float { 64 }

  var cloud: GrainCloud<BufferGrain>
  let inputs: UnitInputs

  public init(_ preparation: UnitPreparation) {
    cloud = GrainCloud(preparation, inputs: 8)
    inputs = UnitInputs(preparation)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    cloud.start(context, wires, room: Self.room)
  }

  @inline(__always)
  func makeGrain(_ context: UnsafePointer<RenderContext>, _ wires: Wires, at frame: Int) -> Grain<BufferGrain>? {
    let number = value(1, context, wires, at: frame)
    guard let table = BufferGrain.table(number, context) else { return nil }
    let tableRate = Float(table.sampleRate)
    let seconds = Double(value(4, context, wires, at: frame))
    let frames = syrinx_floor(seconds * context.pointee.sampleRate)
    let length = frames >= 4 ? frames : 4
    let rate = Double(
      value(2, context, wires, at: frame) * Float(Double(tableRate) * (1 / context.pointee.sampleRate)))
    let middle = Double(value(3, context, wires, at: frame) * tableRate)
    let pan = value(5, context, wires, at: frame)
    let level = value(6, context, wires, at: frame)
    let voice = BufferGrain(
      number: number, rate: rate, position: middle - 0.5 * length * rate,
      interpolation: TableInterpolation(atLeast: value(7, context, wires, at: frame)))
    guard let envelope = GrainEnvelope(-1, length: length, context) else { return nil }
    return Grain(voice: voice, envelope: envelope, pan: GrainPan(pan, outputs: cloud.outputs, level: level))
  }
}
