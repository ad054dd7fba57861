public import RealTime

/// Grains out of a buffer, each from a place of it on.
public struct GrainBuf: GrainUnitGenerator {
  public static let specification = UnitSpecification(
    "GrainBuf", "Grains out of a buffer, each from a place of it on.",
    inputs: [
      .grainTrigger, .grainLength,
      .grain("sndbuf", "The number of a buffer of one channel."),
      .grain("rate", "The speed: 1 is the buffer's own pitch.", standard: 1),
      .grain("pos", "Where the grain begins, from 0 to 1."),
      .grain("interp", "1: none, 2: linear, 4: cubic.", standard: 2),
      .grainPan, .grainEnvelope, .grainRoom,
    ], outputs: [])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var lingers: Bool { true }

  var cloud: GrainCloud<BufferGrain>
  let inputs: UnitInputs

  public init(_ preparation: UnitPreparation) {
    cloud = GrainCloud(preparation, inputs: 9)
    inputs = UnitInputs(preparation)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    cloud.start(context, wires, room: wires[8].pointee)
    process(context, wires, 1)
  }

  @inline(__always)
  func makeGrain(_ context: UnsafePointer<RenderContext>, _ wires: Wires, at frame: Int) -> Grain<BufferGrain>? {
    let window = value(7, context, wires, at: frame)
    let number = value(2, context, wires, at: frame)
    guard let table = BufferGrain.table(number, context) else { return nil }
    let rate = value(3, context, wires, at: frame) * Float(table.sampleRate * (1 / context.pointee.sampleRate))
    let position = value(4, context, wires, at: frame) * Float(table.frames)
    guard position.isFinite else { return nil }
    let length = Double(value(1, context, wires, at: frame)) * context.pointee.sampleRate
    let voice = BufferGrain(
      number: number, rate: Double(rate), position: Double(position),
      interpolation: TableInterpolation(atLeast: value(5, context, wires, at: frame)))
    let pan = GrainPan(value(6, context, wires, at: frame), outputs: cloud.outputs)
    guard let envelope = GrainEnvelope(window, length: length, context) else { return nil }
    return Grain(voice: voice, envelope: envelope, pan: pan)
  }
}
