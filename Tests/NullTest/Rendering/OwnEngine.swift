import AudioIO
import Control
import Foundation
import OSC
import RealTime
import Render

/// Our engine, rendering a batch by itself.
enum OwnEngine {
  static func render(_ batch: NullBatch, units: UnitRegistry) throws -> [[Float]] {
    var configuration = RenderConfiguration(sampleRate: NullBatch.sampleRate, outputChannels: batch.channels)
    configuration.buffers = 65_536
    let engine = try EngineControl(configuration, units: units)
    let stream = try OfflineBackend().openOffline(
      StreamRequest(sampleRate: NullBatch.sampleRate, blockFrames: 64, outputChannels: batch.channels))
    try stream.start(engine.renderer) { _ in }
    defer { stream.stop() }
    var memories: [SampleMemory] = []
    var changes = Changes()
    for member in batch.members {
      for (index, buffer) in member.nullCase.buffers.enumerated() {
        guard let memory = Self.memory(of: buffer) else { continue }
        memories.append(memory)
        changes.setBuffer(member.firstBuffer + index, to: memory.buffer)
      }
    }
    for (index, member) in batch.members.enumerated() {
      let blueprint = try engine.blueprint(member.def)
      engine.addSynth(blueprint, id: Int32(1000 + index), controls: [:], .tail, target: 0, to: &changes)
    }
    engine.commit(changes)
    let frames = Int((batch.seconds * NullBatch.sampleRate / 64).rounded(.up)) * 64
    var samples = [Float](repeating: 0, count: frames * batch.channels)
    samples.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      _ = stream.pull(frames: frames, interleavedInto: base)
    }
    engine.poll()
    withExtendedLifetime(memories) {}
    // What is no number is silence in the peer's file, too.
    return (0..<batch.channels).map { channel in
      (0..<frames).map { frame in
        let sample = samples[frame * batch.channels + channel]
        return sample.isFinite ? sample : 0
      }
    }
  }

  private static func memory(of buffer: NullBuffer) -> SampleMemory? {
    switch buffer {
    case .empty(let frames, let channels):
      let memory = SampleMemory(frames: frames, channels: channels, sampleRate: NullBatch.sampleRate)
      memory?.publish(frames: frames)
      return memory
    case .samples(let samples, let channels):
      let frames = samples.count / channels
      guard let memory = SampleMemory(frames: frames, channels: channels, sampleRate: NullBatch.sampleRate) else {
        return nil
      }
      for (index, sample) in samples.enumerated() { memory.samples[index] = sample }
      memory.publish(frames: frames)
      return memory
    case .generated: return nil
    }
  }
}
