import Control
import RealTime
import Render
import Testing

/// Plays a unit alone on an engine of its own, and records it.
final class InstrumentStudio {
  let engine: EngineControl
  let sampleRate: Double
  /// The nodes that were played and have ended.
  private(set) var endedNotes = 0
  private var memory: [SampleMemory] = []

  init(sampleRate: Double = 48_000, baseline: Bool = false) throws {
    engine = try EngineControl(
      RenderConfiguration(sampleRate: sampleRate, outputChannels: 2), units: UnitRegistry(baseline: baseline))
    self.sampleRate = sampleRate
  }

  /// Plays a unit that is an instrument at a frame.
  func play(_ unit: String, _ settings: [String: Float] = [:], atFrame frame: Int = 0) throws {
    let specification = try #require(engine.units[unit]?.specification)
    var def = SynthDefBuilder(unit)
    let inputs = specification.inputs.map { def.control($0.name, settings[$0.name] ?? $0.standard) }
    let outputs = def.unit(unit, inputs, outputs: specification.outputs.count)
    def.unit("Out", [.constant(0), try #require(outputs.first), try #require(outputs.last)], outputs: 0)
    try add(def.build(), atFrame: frame)
  }

  /// Sends an impulse of 1 through a unit that takes a left and a right signal first.
  func strike(
    _ unit: String, _ settings: [String: Float] = [:], memoryFrames: Int = 0, memoryChannels: Int = 2,
    impulse: (left: Float, right: Float) = (1, 1)
  ) throws {
    let specification = try #require(engine.units[unit]?.specification)
    let source = try makeMemory(frames: 64, channels: 2, number: 0)
    source.samples[16] = impulse.left
    source.samples[17] = impulse.right
    if memoryFrames > 0 { _ = try makeMemory(frames: memoryFrames, channels: memoryChannels, number: 1) }
    var def = SynthDefBuilder(unit)
    let player = try #require(engine.units["StemPlayer"]?.specification)
    let playing: [String: Float] = ["level": 1, "loop": 0]
    let inputs = player.inputs.map { input -> SynthDef.Input in
      let value = playing[input.name] ?? input.standard
      return input.rates == [.audio] ? def.control(input.name, value, rate: .audio) : .constant(value)
    }
    let signal = def.unit("StemPlayer", inputs, outputs: 2)
    // The player frees its synth at the end of its buffer; the room has to go on, so it is a synth of its own.
    def.unit("Out", [.constant(8)] + signal, outputs: 0)
    try add(def.build(), atFrame: 0)
    var rest = SynthDefBuilder("\(unit) behind")
    let heard = rest.unit("In", [.constant(8)], outputs: 2)
    let others = specification.inputs.dropFirst(2).map { input -> SynthDef.Input in
      .constant(input.name == "memory" ? 1 : settings[input.name] ?? input.standard)
    }
    let outputs = rest.unit(unit, heard + others, outputs: 2)
    rest.unit("Out", [.constant(0)] + outputs, outputs: 0)
    try add(rest.build(), atFrame: 0)
  }

  func makeMemory(frames: Int, channels: Int, number: Int) throws -> SampleMemory {
    let made = try #require(SampleMemory(frames: frames, channels: channels, sampleRate: sampleRate))
    made.publish(frames: frames)
    memory.append(made)
    var changes = Changes()
    changes.setBuffer(number, to: made.buffer)
    engine.commit(changes, at: .frame(0))
    return made
  }

  func add(_ def: SynthDef, atFrame frame: Int) throws {
    let blueprint = try engine.blueprint(def)
    let id = engine.makeNodeID()
    var changes = Changes()
    engine.addSynth(blueprint, id: id, controls: [:], .tail, target: 0, to: &changes)
    engine.watch(id, NodeWatcher(ended: { [weak self] in self?.endedNotes += 1 }))
    engine.commit(changes, at: .frame(Int64(frame)))
  }

  /// The next `seconds`, left and right.
  func record(seconds: Double) -> (left: [Float], right: [Float]) {
    let frames = Int(seconds * sampleRate)
    var left = [Float](repeating: 0, count: frames)
    var right = left
    let renderer = engine.renderer
    left.withUnsafeMutableBufferPointer { left in
      right.withUnsafeMutableBufferPointer { right in
        guard let leftBase = left.baseAddress, let rightBase = right.baseAddress else { return }
        var at = 0
        while at < frames {
          let count = min(1024, frames - at)
          withUnsafeTemporaryAllocation(of: UnsafeMutablePointer<Float>.self, capacity: 2) { outputs in
            outputs.initializeElement(at: 0, to: leftBase + at)
            outputs.initializeElement(at: 1, to: rightBase + at)
            guard let base = outputs.baseAddress else { return }
            renderer.function(renderer.context, nil, base, count, 0)
          }
          engine.poll()
          at += count
        }
      }
    }
    return (left, right)
  }
}
