public import RealTime

/// Says how many buffers of its own a synth will have.
public struct MaxLocalBufs: UnitGenerator {
  public static let specification = UnitSpecification(
    "MaxLocalBufs", "Says how many buffers of its own a synth will have. The first one in a synth counts.",
    inputs: [.init("count", "How many.", range: 0...4096, standard: 8, rates: [.scalar])], outputs: ["zero"],
    rates: [.scalar, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  public init(_ preparation: UnitPreparation) {}

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    wires[1].pointee = 0
    let synth = context.pointee.synth
    guard synth.pointee.localBufferCapacity == 0 else { return }
    let count = FrameCount.whole(Double(wires[0].pointee + 0.5), atLeast: 0, atMost: 4096)
    guard count > 0, let memory = context.pointee.allocate(bytes: count &* MemoryLayout<SampleBuffer>.stride) else {
      return
    }
    let buffers = memory.assumingMemoryBound(to: SampleBuffer.self)
    var index = 0
    while index < count {
      buffers[index] = .empty
      index &+= 1
    }
    synth.pointee.localBuffers = buffers
    synth.pointee.localBufferCapacity = Int32(truncatingIfNeeded: count)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {}
}
