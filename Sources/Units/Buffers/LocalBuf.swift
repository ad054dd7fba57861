public import RealTime

/// A buffer of the synth's own, silent at first, which ends with it. Its number comes after those of the server's buffers.
public struct LocalBuf: UnitGenerator {
  public static let specification = UnitSpecification(
    "LocalBuf", "A buffer of the synth's own, silent at first, which ends with it.",
    inputs: [
      .init("numChannels", "Channels.", range: 1...1024, standard: 1, rates: [.scalar]),
      .init("numFrames", "Length.", range: 1...16_777_216, measure: "frames", standard: 1, rates: [.scalar]),
      .init("maxLocalBufs", "The synth's MaxLocalBufs, which so comes first.", rates: [.scalar, .control]),
    ], outputs: ["number"], rates: [.scalar])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  /// Frames behind the last one that players may read.
  private static var guardFrames: Int { 16 }

  public init(_ preparation: UnitPreparation) {}

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    let synth = context.pointee.synth
    wires[3].pointee = -1
    guard synth.pointee.localBufferCount < synth.pointee.localBufferCapacity, let buffers = synth.pointee.localBuffers
    else { return }
    let number = Int(synth.pointee.localBufferCount)
    synth.pointee.localBufferCount &+= 1
    wires[3].pointee = Float(context.pointee.bufferCount &+ number)
    let channels = FrameCount.whole(Double(wires[0].pointee), atLeast: 0, atMost: 1 << 16)
    let frames = FrameCount.whole(Double(wires[1].pointee), atLeast: 0, atMost: 1 << 31)
    guard channels > 0, frames > 0, channels &* frames < 1 << 31,
      let memory = context.pointee.allocate(floats: channels &* (frames &+ Self.guardFrames))
    else { return }
    buffers[number] = SampleBuffer(
      samples: memory, frames: frames, channels: channels, sampleRate: context.pointee.sampleRate)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {}
}
