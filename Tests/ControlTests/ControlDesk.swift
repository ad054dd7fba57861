import Control
import RealTime
import Render

/// An engine with its control, rendered by hand.
final class ControlDesk {
  let engine: EngineControl
  private let outputs: UnsafeMutablePointer<UnsafeMutablePointer<Float>>
  private let channels: Int
  private let room = 4096
  private(set) var pulled = 0

  init(channels: Int = 2, configure: (inout RenderConfiguration) -> Void = { _ in }) throws {
    var configuration = RenderConfiguration(sampleRate: 48_000, outputChannels: channels)
    configure(&configuration)
    engine = try EngineControl(configuration)
    self.channels = channels
    outputs = .allocate(capacity: channels)
    for channel in 0..<channels {
      (outputs + channel).initialize(to: .allocate(capacity: room))
      outputs[channel].initialize(repeating: .nan, count: room)
    }
  }

  deinit {
    for channel in 0..<channels { outputs[channel].deallocate() }
    outputs.deallocate()
  }

  var synthCount: Int { engine.memory.telemetry.synthCount }

  /// Renders one pull, and takes what comes of it; gives back the channels.
  ///
  /// Never inlined: where the result is not used, Swift 6.3 frees an array before it fills it.
  @inline(never)
  @discardableResult
  func pull(_ frames: Int = 64, polls: Bool = true) -> [[Float]] {
    let renderer = engine.renderer
    renderer.function(renderer.context, nil, outputs, frames, UInt64(Double(pulled) * 1e9 / 48_000))
    pulled += frames
    if polls { engine.poll() }
    return (0..<channels).map { Array(UnsafeBufferPointer(start: outputs[$0], count: frames)) }
  }

  /// A synth that puts a control's value onto a bus.
  func source(bus: Int, value: Float) throws -> SynthBlueprint {
    var def = SynthDefBuilder("source")
    let value = def.control("value", value, rate: .audio)
    def.unit("Out", [.constant(Float(bus)), value], outputs: 0)
    return try engine.blueprint(def.build())
  }

  /// A synth that copies a bus to another.
  func copy(from: Int, to: Int) throws -> SynthBlueprint {
    var def = SynthDefBuilder("copy")
    let sound = def.unit("In", [.constant(Float(from))])
    def.unit("Out", [.constant(Float(to))] + sound, outputs: 0)
    return try engine.blueprint(def.build())
  }

  func add(_ blueprint: SynthBlueprint, id: Int32, controls: [Int: Float] = [:], _ action: AddAction = .tail) {
    var changes = Changes()
    engine.addSynth(blueprint, id: id, controls: controls, action, target: 0, to: &changes)
    engine.commit(changes)
  }
}
