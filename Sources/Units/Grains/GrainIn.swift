public import RealTime

/// Grains of a signal.
public struct GrainIn: GrainUnitGenerator {
  public static let specification = UnitSpecification(
    "GrainIn", "Grains of a signal.",
    inputs: [.grainTrigger, .grainLength, .init("in", "The signal."), .grainPan, .grainEnvelope, .grainRoom],
    outputs: [])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  var cloud: GrainCloud<InputGrain>
  let inputs: UnitInputs

  public init(_ preparation: UnitPreparation) {
    cloud = GrainCloud(preparation, inputs: 6)
    inputs = UnitInputs(preparation)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    cloud.start(context, wires, room: wires[5].pointee)
    process(context, wires, 1)
  }

  @inline(__always)
  func makeGrain(_ context: UnsafePointer<RenderContext>, _ wires: Wires, at frame: Int) -> Grain<InputGrain>? {
    let window = value(4, context, wires, at: frame)
    let length = Double(value(1, context, wires, at: frame)) * context.pointee.sampleRate
    let pan = GrainPan(value(3, context, wires, at: frame), outputs: cloud.outputs)
    guard let envelope = GrainEnvelope(window, length: length, context) else { return nil }
    return Grain(voice: InputGrain(isAudio: inputs.isAudio(2)), envelope: envelope, pan: pan)
  }
}
