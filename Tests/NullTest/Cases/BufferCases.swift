import Control
import RealTime

enum BufferCases {
  static let all: [NullCase] = facts + local

  private static let facts: [NullCase] = [
    "BufSampleRate", "BufRateScale", "BufFrames", "BufSamples", "BufDur", "BufChannels",
  ].flatMap { name in
    [Rate.scalar, .control].map { rate in
      NullCase(
        name, rate, "of two buffers", channels: 2, buffers: [stereo, .empty(frames: 777, channels: 3)]
      ) { graph in
        graph.unit(name, rate, [graph.buffer(0)]) + graph.unit(name, rate, [graph.buffer(1)])
      }
    }
  }

  static let stereo = NullBuffer.samples((0..<2 * 4000).map { noise($0) }, channels: 2)

  /// White, in −1…1.
  static func noise(_ index: Int) -> Float {
    let hash = RandomGenerator.hash(UInt32(truncatingIfNeeded: index &+ 1))
    return Float(Int32(bitPattern: hash)) / 2_147_483_648
  }

  // MARK: - Buffers of the synth's own

  private static let local: [NullCase] = [
    NullCase("LocalBuf", .scalar, "three of two", channels: 3) { graph in
      let count = graph.unit("MaxLocalBufs", .scalar, [.constant(2)])[0]
      let first = graph.unit("NumBuffers", .scalar, [])[0]
      return (1...3).map { index in
        let number = graph.unit("LocalBuf", .scalar, [.constant(1), .constant(Float(10 * index)), count])[0]
        // The numbers, counted from the first one of the synth's own; -1 is none.
        let isOne = graph.unit("BinaryOpUGen", .scalar, [number, .constant(0)], special: 9)[0]
        let offset = graph.unit("BinaryOpUGen", .scalar, [number, first], special: 1)[0]
        return graph.unit("BinaryOpUGen", .scalar, [offset, isOne], special: 2)[0]
      }
    },
    NullCase("LocalBuf", .scalar, "facts", channels: 4) { graph in
      let number = localBuffer(&graph, channels: 3, frames: 500)
      return ["BufFrames", "BufChannels", "BufSampleRate", "BufSamples"].map {
        graph.unit($0, .control, [number])[0]
      }
    },
    NullCase("SetBuf", .scalar, "and Index", channels: 1) { graph in
      let number = localBuffer(&graph, channels: 1, frames: 16)
      graph.unit("ClearBuf", .scalar, [number])
      graph.unit("SetBuf", .scalar, [number, .constant(3), .constant(4)] + fourValues)
      return graph.unit("Index", .audio, [number, graph.line(.audio, -1, 17)])
    },
    NullCase("SetBuf", .scalar, "beyond the end", channels: 1) { graph in
      let number = localBuffer(&graph, channels: 1, frames: 4)
      graph.unit("ClearBuf", .scalar, [number])
      graph.unit("SetBuf", .scalar, [number, .constant(2), .constant(4)] + fourValues)
      return graph.unit("Index", .audio, [number, graph.line(.audio, -1, 7)])
    },
    NullCase("ClearBuf", .scalar, "of the server's", channels: 1, buffers: [stereo]) { graph in
      graph.unit("ClearBuf", .scalar, [graph.buffer(0)])
      graph.unit("SetBuf", .scalar, [graph.buffer(0), .constant(5), .constant(1), .constant(0.5)])
      return graph.unit("Index", .audio, [graph.buffer(0), graph.line(.audio, -1, 20)])
    },
  ]

  private static let fourValues: [NullGraph.Input] = [0.1, -0.2, 0.3, -0.4].map { .constant($0) }

  private static func localBuffer(_ graph: inout NullGraph, channels: Float, frames: Float) -> NullGraph.Input {
    let count = graph.unit("MaxLocalBufs", .scalar, [.constant(1)])[0]
    return graph.unit("LocalBuf", .scalar, [.constant(channels), .constant(frames), count])[0]
  }
}
