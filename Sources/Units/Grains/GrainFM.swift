public import RealTime

/// Grains of a sine whose frequency another sine modulates.
public struct GrainFM: GrainUnitGenerator {
  public static let specification = UnitSpecification(
    "GrainFM", "Grains of a sine whose frequency another sine modulates.",
    inputs: [
      .grainTrigger, .grainLength,
      .grain("carfreq", "The carrier's frequency.", measure: "hertz", standard: 440),
      .grain("modfreq", "The modulator's frequency.", measure: "hertz", standard: 200),
      .grain("index", "How far the frequency moves, in the modulator's.", standard: 1),
      .grainPan, .grainEnvelope, .grainRoom,
    ], outputs: [])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  var cloud: GrainCloud<ModulatedGrain>
  let inputs: UnitInputs
  private let perHertz: Double

  public init(_ preparation: UnitPreparation) {
    cloud = GrainCloud(preparation, inputs: 8)
    inputs = UnitInputs(preparation)
    perHertz = 536_870_912 * (1 / preparation.sampleRate)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    cloud.start(context, wires, room: wires[7].pointee)
    process(context, wires, 1)
  }

  @inline(__always)
  func makeGrain(_ context: UnsafePointer<RenderContext>, _ wires: Wires, at frame: Int) -> Grain<ModulatedGrain>? {
    let window = value(6, context, wires, at: frame)
    let length = Double(value(1, context, wires, at: frame)) * context.pointee.sampleRate
    let carrier = value(2, context, wires, at: frame)
    let modulator = value(3, context, wires, at: frame)
    let index = value(4, context, wires, at: frame)
    let pan = GrainPan(value(5, context, wires, at: frame), outputs: cloud.outputs)
    guard let envelope = GrainEnvelope(window, length: length, context) else { return nil }
    let voice = ModulatedGrain(
      carrier: carrier, deviation: index * modulator,
      step: Int32(processorTruncating: perHertz * Double(modulator)), perHertz: perHertz)
    return Grain(voice: voice, envelope: envelope, pan: pan)
  }
}
