import Control
import RealTime

enum InOutCases {
  static let all: [NullCase] = audio + control + local

  /// Buses that no output goes to, a few for each case.
  private static func bus(_ number: Int) -> NullGraph.Input { .constant(Float(200 + 8 * number)) }

  private static let audio: [NullCase] = [
    NullCase("Out", .audio, "added, and In", channels: 3) { graph in
      let (one, two) = (graph.noise(.audio), graph.noise(.audio))
      graph.unit("Out", .audio, [bus(0), one, two], outputs: 0)
      graph.unit("Out", .audio, [bus(0), two], outputs: 0)
      return graph.unit("In", .audio, [bus(0)], outputs: 3)
    },
    NullCase("ReplaceOut", .audio, "over Out", channels: 3) { graph in
      let (one, two) = (graph.noise(.audio), graph.noise(.audio))
      graph.unit("Out", .audio, [bus(1), one, two], outputs: 0)
      graph.unit("ReplaceOut", .audio, [bus(1), two], outputs: 0)
      return graph.unit("In", .audio, [bus(1)], outputs: 3)
    },
    NullCase("XOut", .audio, "still", channels: 3) { graph in
      let (one, two) = (graph.noise(.audio), graph.noise(.audio))
      graph.unit("Out", .audio, [bus(2), one], outputs: 0)
      graph.unit("XOut", .audio, [bus(2), .constant(0.3), two], outputs: 0)
      return graph.unit("In", .audio, [bus(2)], outputs: 3)
    },
    NullCase("XOut", .audio, "fade jumps, kr", channels: 2) { graph in
      let (one, two) = (graph.noise(.audio), graph.noise(.audio))
      let fade = graph.jumps(.control, 0, 1)
      graph.unit("Out", .audio, [bus(3), one], outputs: 0)
      graph.unit("XOut", .audio, [bus(3), fade, two], outputs: 0)
      return graph.unit("In", .audio, [bus(3)], outputs: 2)
    },
    NullCase("XOut", .audio, "fade glides, kr, nothing below", channels: 2) { graph in
      let two = graph.noise(.audio)
      let fade = graph.line(.control, 1, 0)
      graph.unit("XOut", .audio, [bus(4), fade, two], outputs: 0)
      return graph.unit("In", .audio, [bus(4)], outputs: 2)
    },
    NullCase("XOut", .audio, "all", channels: 1) { graph in
      let (one, two) = (graph.noise(.audio), graph.noise(.audio))
      graph.unit("Out", .audio, [bus(5), one], outputs: 0)
      graph.unit("XOut", .audio, [bus(5), .constant(1), two], outputs: 0)
      return graph.unit("In", .audio, [bus(5)])
    },
    NullCase("XOut", .audio, "nothing", channels: 1) { graph in
      let (one, two) = (graph.noise(.audio), graph.noise(.audio))
      graph.unit("Out", .audio, [bus(6), one], outputs: 0)
      graph.unit("XOut", .audio, [bus(6), .constant(0), two], outputs: 0)
      return graph.unit("In", .audio, [bus(6)])
    },
    NullCase("OffsetOut", .audio, "at the block's first frame", channels: 2) { graph in
      let (one, two) = (graph.noise(.audio), graph.noise(.audio))
      graph.unit("Out", .audio, [bus(7), one], outputs: 0)
      graph.unit("OffsetOut", .audio, [bus(7), two, one], outputs: 0)
      return graph.unit("In", .audio, [bus(7)], outputs: 2)
    },
    NullCase("InFeedback", .audio, "before and behind Out", channels: 4) { graph in
      let one = graph.noise(.audio)
      let before = graph.unit("InFeedback", .audio, [bus(8)], outputs: 2)
      graph.unit("Out", .audio, [bus(8), one], outputs: 0)
      return before + graph.unit("InFeedback", .audio, [bus(8)], outputs: 2)
    },
    NullCase("In", .audio, "before Out") { graph in
      let one = graph.noise(.audio)
      let before = graph.unit("In", .audio, [bus(9)])
      graph.unit("Out", .audio, [bus(9), one], outputs: 0)
      return before
    },
    NullCase("In", .audio, "bus moves beyond the end and below zero", channels: 2) { graph in
      let (one, two) = (graph.noise(.audio), graph.noise(.audio))
      graph.unit("Out", .audio, [bus(11), one, two], outputs: 0)
      return graph.unit("In", .audio, [leaving(&graph, 288)], outputs: 2)
    },
    NullCase("Out", .audio, "bus moves beyond the end and below zero", channels: 2) { graph in
      let (one, two) = (graph.noise(.audio), graph.noise(.audio))
      graph.unit("Out", .audio, [leaving(&graph, 296), one, two], outputs: 0)
      return graph.unit("In", .audio, [bus(12)], outputs: 2)
    },
    NullCase("In", .audio, "bus moves, kr", channels: 2) { graph in
      let (one, two) = (graph.noise(.audio), graph.noise(.audio))
      graph.unit("Out", .audio, [bus(10), one, two], outputs: 0)
      let number = graph.line(.control, 280, 282)
      return graph.unit("In", .audio, [number], outputs: 2)
    },
  ]

  /// The number of a bus that there is, then of ones that there are not.
  private static func leaving(_ graph: inout NullGraph, _ number: Float) -> NullGraph.Input {
    let place = graph.line(.control, 0, 3.9)
    return graph.unit("Select", .control, [place, .constant(number), .constant(-5), .constant(1e6), .constant(-0.5)])[0]
  }

  private static let control: [NullCase] = [
    NullCase("Out", .control, "added, and In", channels: 3) { graph in
      let (one, two) = (graph.noise(.control), graph.noise(.control))
      graph.unit("Out", .control, [bus(0), one, two], outputs: 0)
      graph.unit("Out", .control, [bus(0), two], outputs: 0)
      return graph.unit("In", .control, [bus(0)], outputs: 3)
    },
    NullCase("ReplaceOut", .control, "over Out", channels: 2) { graph in
      let (one, two) = (graph.noise(.control), graph.noise(.control))
      graph.unit("Out", .control, [bus(1), one, one], outputs: 0)
      graph.unit("ReplaceOut", .control, [bus(1), two], outputs: 0)
      return graph.unit("In", .control, [bus(1)], outputs: 2)
    },
    NullCase("XOut", .control, "fade jumps", channels: 2) { graph in
      let (one, two) = (graph.noise(.control), graph.noise(.control))
      let fade = graph.jumps(.control, 0, 1)
      graph.unit("Out", .control, [bus(2), one], outputs: 0)
      graph.unit("XOut", .control, [bus(2), fade, two, one], outputs: 0)
      return graph.unit("In", .control, [bus(2)], outputs: 2)
    },
    NullCase("InTrig", .control, "before and behind Out", channels: 4) { graph in
      let one = graph.noise(.control)
      let before = graph.unit("InTrig", .control, [bus(3)], outputs: 2)
      graph.unit("Out", .control, [bus(3), one], outputs: 0)
      return before + graph.unit("InTrig", .control, [bus(3)], outputs: 2)
    },
    NullCase("LagIn", .control, "noise", channels: 2) { graph in
      let one = graph.noise(.control)
      graph.unit("Out", .control, [bus(4), one], outputs: 0)
      return graph.unit("LagIn", .control, [bus(4), .constant(0.02)], outputs: 2)
    },
    NullCase("LagIn", .control, "no lag", channels: 1) { graph in
      let one = graph.noise(.control)
      graph.unit("Out", .control, [bus(5), one], outputs: 0)
      return graph.unit("LagIn", .control, [bus(5), .constant(0)])
    },
    NullCase("In", .control, "keeps its value, before Out", channels: 1) { graph in
      let one = graph.noise(.control)
      let before = graph.unit("In", .control, [bus(6)])
      graph.unit("Out", .control, [bus(6), one], outputs: 0)
      return before
    },
  ]

  private static let local: [NullCase] = [Rate.audio, .control].flatMap { rate -> [NullCase] in
    [
      NullCase("LocalIn", rate, "fed back", channels: 2) { graph in
        let noise = graph.noise(rate)
        let fed = graph.unit("LocalIn", rate, [.constant(0), .constant(0)], outputs: 2)
        let mixed = fed.map { graph.unit("MulAdd", rate, [$0, .constant(0.7), noise])[0] }
        graph.unit("LocalOut", rate, mixed, outputs: 0)
        return fed
      },
      NullCase(
        "LocalIn", rate, "a second one, and nothing written", channels: 2,
        expectation: .property("in a score's very first block scsynth gives 0 instead of the defaults") { ours, peers in
          zip(ours, peers).allSatisfy { $0.dropFirst(128) == $1.dropFirst(128) } ? nil : "other defaults"
        }
      ) { graph in
        let first = graph.unit("LocalIn", rate, [.constant(0.5)])
        return first + graph.unit("LocalIn", rate, [.constant(0.25)])
      },
      NullCase("LocalOut", rate, "two, and one with the wrong count", channels: 1) { graph in
        let noise = graph.noise(rate)
        let fed = graph.unit("LocalIn", rate, [.constant(0)])
        graph.unit("LocalOut", rate, [noise], outputs: 0)
        graph.unit("LocalOut", rate, [noise], outputs: 0)
        graph.unit("LocalOut", rate, [noise, noise], outputs: 0)
        return fed
      },
    ]
  }
}
