import RealTime
import SoundFiles

/// A block of each channel, in and out, as the engine takes them, and interleaved as files have them.
struct BlockPlanes {
  private let outputCount: Int
  private let inputCount: Int
  private let samples: UnsafeMutablePointer<Float>
  private let interleaved: UnsafeMutablePointer<Float>
  private let outputs: UnsafeMutablePointer<UnsafeMutablePointer<Float>>
  private let inputs: UnsafeMutablePointer<UnsafePointer<Float>>

  private static let block = RenderContext.blockFrames

  init(outputs outputCount: Int, inputs inputCount: Int) {
    self.outputCount = outputCount
    self.inputCount = inputCount
    let floats = (outputCount + inputCount + 1) * Self.block
    samples = .allocate(capacity: floats)
    samples.initialize(repeating: 0, count: floats)
    interleaved = .allocate(capacity: floats)
    interleaved.initialize(repeating: 0, count: floats)
    outputs = .allocate(capacity: max(1, outputCount))
    inputs = .allocate(capacity: max(1, inputCount))
    for channel in 0..<outputCount { (outputs + channel).initialize(to: samples + channel * Self.block) }
    for channel in 0..<inputCount {
      (inputs + channel).initialize(to: UnsafePointer(samples + (outputCount + channel) * Self.block))
    }
  }

  func deallocate() {
    samples.deallocate()
    interleaved.deallocate()
    outputs.deallocate()
    inputs.deallocate()
  }

  /// - Parameter fill: writes interleaved frames; tells how many.
  func read(_ fill: (UnsafeMutablePointer<Float>) -> Int) {
    let got = fill(interleaved)
    for channel in 0..<inputCount {
      let plane = samples + (outputCount + channel) * Self.block
      for frame in 0..<Self.block { plane[frame] = frame < got ? interleaved[frame * inputCount + channel] : 0 }
    }
  }

  func render(_ renderer: AudioRenderer) {
    renderer.function(renderer.context, inputCount > 0 ? UnsafePointer(inputs) : nil, outputs, Self.block, 0)
  }

  func write(to file: PlainSoundFile) {
    for channel in 0..<outputCount {
      for frame in 0..<Self.block { interleaved[frame * outputCount + channel] = outputs[channel][frame] }
    }
    file.write(interleaved, frames: Self.block)
  }
}
