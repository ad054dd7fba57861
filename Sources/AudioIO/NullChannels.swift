import RealTime

/// Planar memory that a renderer is called with when no device gives any: silent inputs, outputs to be read.
struct NullChannels: @unchecked Sendable {
  // Unchecked: the stream that owns it sees to it that one thread at a time uses it.

  let outputCount: Int
  let outputs: UnsafeMutablePointer<UnsafeMutablePointer<Float>>
  let inputs: UnsafeMutablePointer<UnsafePointer<Float>>?
  private let samples: UnsafeMutablePointer<Float>

  init(_ format: StreamFormat) {
    outputCount = format.outputChannels
    // One silent block serves all inputs.
    let channels = outputCount + (format.inputChannels > 0 ? 1 : 0)
    samples = .allocate(capacity: channels * format.blockFrames)
    samples.initialize(repeating: 0, count: channels * format.blockFrames)
    outputs = .allocate(capacity: outputCount)
    for channel in 0..<outputCount { (outputs + channel).initialize(to: samples + channel * format.blockFrames) }
    if format.inputChannels > 0 {
      let silent = UnsafeMutablePointer<UnsafePointer<Float>>.allocate(capacity: format.inputChannels)
      silent.initialize(
        repeating: UnsafePointer(samples + outputCount * format.blockFrames), count: format.inputChannels)
      inputs = silent
    } else {
      inputs = nil
    }
  }

  func deallocate() {
    samples.deallocate()
    outputs.deallocate()
    inputs?.deallocate()
  }

  func render(_ renderer: AudioRenderer, frames: Int, hostNanoseconds: UInt64) {
    renderer.function(renderer.context, inputs.map { UnsafePointer($0) }, outputs, frames, hostNanoseconds)
  }
}
