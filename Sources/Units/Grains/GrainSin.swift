public import RealTime

/// Grains of a sine.
public struct GrainSin: GrainUnitGenerator {
  public static let specification = UnitSpecification(
    "GrainSin", "Grains of a sine.",
    inputs: [
      .grainTrigger, .grainLength, .grain("freq", "Pitch.", measure: "hertz", standard: 440), .grainPan,
      .grainEnvelope, .grainRoom,
    ], outputs: [])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  var cloud: GrainCloud<SineGrain>
  let inputs: UnitInputs
  private let perHertz: Double

  public init(_ preparation: UnitPreparation) {
    cloud = GrainCloud(preparation, inputs: 6)
    inputs = UnitInputs(preparation)
    perHertz = 536_870_912 * (1 / preparation.sampleRate)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    cloud.start(context, wires, room: wires[5].pointee)
    process(context, wires, 1)
  }

  @inline(__always)
  func makeGrain(_ context: UnsafePointer<RenderContext>, _ wires: Wires, at frame: Int) -> Grain<SineGrain>? {
    let window = value(4, context, wires, at: frame)
    let pitch = value(2, context, wires, at: frame)
    let length = Double(value(1, context, wires, at: frame)) * context.pointee.sampleRate
    let pan = GrainPan(value(3, context, wires, at: frame), outputs: cloud.outputs)
    guard let envelope = GrainEnvelope(window, length: length, context) else { return nil }
    let voice = SineGrain(step: Int32(processorTruncating: perHertz * Double(pitch)))
    return Grain(voice: voice, envelope: envelope, pan: pan)
  }
}
