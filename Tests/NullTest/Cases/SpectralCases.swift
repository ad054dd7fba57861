import Control
import RealTime

/// Spectral chains: sound goes through a transform, a unit of a chain, and the way back.
enum SpectralCases {
  private typealias Input = NullGraph.Input

  static let all: [NullCase] = transforms + triggers + singles.flatMap(\.self) + pairs + longest

  /// Noise and clicks: what is equal to the bit, for the tables of magnitudes and phases have steps of a thousandth.
  private static func sound(_ graph: inout NullGraph) -> Input {
    let noise = graph.noise(.audio, peak: 0.1)
    let clicks = graph.triggers(.audio, hertz: 700)
    return graph.unit("BinaryOpUGen", .audio, [clicks, noise], special: 0)[0]
  }

  private static func transform(
    _ graph: inout NullGraph, _ sound: Input, buffer: Int = 0, hop: Float = 0.5, window: Float = 0,
    active: Input = .constant(1), size: Float = 0
  ) -> Input {
    graph.unit(
      "FFT", .control,
      [graph.buffer(buffer), sound, .constant(hop), .constant(window), active, .constant(size)])[0]
  }

  private static func back(_ graph: inout NullGraph, _ chain: Input, window: Float = 0, size: Float = 0) -> Input {
    graph.unit("IFFT", .audio, [chain, .constant(window), .constant(size)])[0]
  }

  // MARK: - There and back

  private struct Shape {
    var buffer = 1024
    var hop: Float = 0.5
    var window: Float = 0
    var size: Float = 0

    var name: String { "buffer \(buffer), hop \(hop), window \(window), size \(size)" }
  }

  private static let shapes: [Shape] =
    [64, 128, 256, 512, 1024, 2048, 4096].map { Shape(buffer: $0) }
    + [-1, 1, -7, 3].map { Shape(window: $0) }
    + [0, 0.1, 0.25, 0.3, 0.75, 1, 2].map { Shape(hop: $0) }
    + [64, 256, 512, 4096].map { Shape(size: $0) } + [Shape(hop: 0.25, window: 1, size: 512)]
    // What is no power of two, and what is smaller than a block, is silent.
    + [Shape(buffer: 1000), Shape(size: 100), Shape(size: 32)]

  private static let transforms: [NullCase] =
    shapes.flatMap { shape -> [NullCase] in
      let buffers = [NullBuffer.empty(frames: shape.buffer, channels: 1)]
      let isNone = shape.buffer == 1000 || shape.size == 100 || shape.size == 32
      return [
        // Added to the sound, that silence can be compared, too.
        NullCase("IFFT", .audio, shape.name, buffers: buffers) { graph in
          let sound = sound(&graph)
          let chain = transform(&graph, sound, hop: shape.hop, window: shape.window, size: shape.size)
          let sounds = back(&graph, chain, window: shape.window, size: shape.size)
          return isNone ? [graph.unit("BinaryOpUGen", .audio, [sounds, sound], special: 0)[0]] : [sounds]
        },
        NullCase("FFT", .control, shape.name, buffers: buffers) { graph in
          [transform(&graph, sound(&graph), hop: shape.hop, window: shape.window, size: shape.size)]
        },
      ]
    } + [
      NullCase(
        "FFT", .control, "the sound at control rate", seconds: 3, channels: 2,
        buffers: [.empty(frames: 64, channels: 1)]
      ) { graph in
        let chain = transform(&graph, graph.noise(.control))
        return [graph.unit("IFFT", .control, [chain, .constant(0), .constant(0)])[0], chain]
      },
      NullCase("FFT", .control, "two channels", buffers: [.empty(frames: 512, channels: 2)]) { graph in
        [back(&graph, transform(&graph, sound(&graph)))]
      },
      NullCase("FFT", .control, "active and not", buffers: [.empty(frames: 256, channels: 1)]) { graph in
        let active = graph.jumps(.control, -1, 1)
        return [back(&graph, transform(&graph, sound(&graph), active: active))]
      },
      NullCase("FFT", .control, "the buffer's spectrum", buffers: [.empty(frames: 256, channels: 1)]) { graph in
        // Every value of the spectrum, as another unit reads it.
        let chain = transform(&graph, sound(&graph), window: 1)
        let index = graph.line(.audio, 0, 255)
        let spectrum = graph.unit("Index", .audio, [graph.buffer(0), index])[0]
        return [graph.unit("MulAdd", .audio, [chain, .constant(0), spectrum])[0]]
      },
      NullCase("FFT", .control, "no buffer", buffers: []) { graph in
        let inputs: [Input] = [
          .constant(900), sound(&graph), .constant(0.5), .constant(0), .constant(1), .constant(0),
        ]
        return [graph.unit("FFT", .control, inputs)[0]]
      },
      NullCase("IFFT", .audio, "two of one chain", channels: 2, buffers: [.empty(frames: 256, channels: 1)]) { graph in
        let chain = transform(&graph, sound(&graph))
        return [back(&graph, chain), back(&graph, chain)]
      },
      NullCase("IFFT", .audio, "in a buffer of the synth's own") { graph in
        let most = graph.unit("MaxLocalBufs", .scalar, [.constant(1)])[0]
        let buffer = graph.unit("LocalBuf", .scalar, [.constant(1), .constant(512), most])[0]
        let inputs = [buffer, sound(&graph), .constant(0.5), .constant(1), .constant(1), .constant(0)]
        let chain = graph.unit("FFT", .control, inputs)[0]
        let above = graph.unit("PV_MagAbove", .control, [chain, .constant(2)])[0]
        return [back(&graph, above, window: 1)]
      },
      NullCase("IFFT", .audio, "of a shorter window", buffers: [.empty(frames: 1024, channels: 1)]) { graph in
        [back(&graph, transform(&graph, sound(&graph)), size: 256)]
      },
    ]

  private static let triggers: [NullCase] = [0, 0.25, 0.5, 1].flatMap { hop -> [NullCase] in
    [Float(0), 1].map { polar in
      let buffers = [NullBuffer.samples((0..<512).map { Float(($0 * 37) % 101) * 0.01 }, channels: 1)]
      return NullCase(
        "FFTTrigger", .control, "hop \(hop), polar \(polar)", channels: 2, buffers: buffers
      ) { graph in
        let chain = graph.unit(
          "FFTTrigger", .control, [graph.buffer(0), .constant(Float(hop)), .constant(polar)])[0]
        return [chain, back(&graph, chain)]
      }
    }
  }

  /// The buffers that scsynth makes at start are smaller.
  private static let longest: [NullCase] = [32_768, 65_536].map { size in
    NullCase("IFFT", .audio, "buffer \(size)", seconds: 4, buffers: [.empty(frames: size, channels: 1)]) { graph in
      [back(&graph, transform(&graph, sound(&graph)))]
    }
  }

  // MARK: - Units of a chain

  private static func single(_ unit: String, low: Float, high: Float, at: [Float]) -> [NullCase] {
    func make(_ pattern: String, _ change: @escaping @Sendable (inout NullGraph) -> Input) -> NullCase {
      NullCase(unit, .control, pattern, channels: 2, buffers: [.empty(frames: 512, channels: 1)]) { graph in
        let chain = transform(&graph, sound(&graph))
        let changed = graph.unit(unit, .control, [chain, change(&graph)])[0]
        return [back(&graph, changed), changed]
      }
    }
    return at.map { value in make("at \(value)") { _ in .constant(value) } } + [
      make("glides") { $0.line(.control, low, high) },
      make("jumps") { $0.jumps(.control, low, high) },
      NullCase(unit, .control, "after another", buffers: [.empty(frames: 512, channels: 1)]) { graph in
        // What stands before it leaves magnitudes and phases.
        let chain = graph.unit("PV_MagAbove", .control, [transform(&graph, sound(&graph)), .constant(0.5)])[0]
        return [back(&graph, graph.unit(unit, .control, [chain, .constant(at[0])])[0])]
      },
    ]
  }

  private static let singles: [[NullCase]] = [
    single("PV_MagAbove", low: -1, high: 30, at: [3, 0, -1, 1000]),
    single("PV_MagBelow", low: -1, high: 30, at: [3, 0, -1, 1000]),
    single("PV_BrickWall", low: -1.2, high: 1.2, at: [0.1, -0.1, 0, 0.001, 1, -1, 5, -5]),
    single("PV_MagSmear", low: -5, high: 100, at: [3, 0, 1, 30, -2, 254, 1e6]),
    single("PV_MagFreeze", low: -1, high: 1, at: [0, 1, -1]),
  ]

  private static let pairs: [NullCase] = ["PV_MagMul", "PV_Add", "PV_Div", "PV_Copy"].flatMap { unit -> [NullCase] in
    let buffers = Array(repeating: NullBuffer.empty(frames: 512, channels: 1), count: 2)
    func make(_ pattern: String, hop: Float, buffers: [NullBuffer] = buffers, polar: Bool = false) -> NullCase {
      NullCase(unit, .control, pattern, channels: 2, buffers: buffers) { graph in
        var first = transform(&graph, sound(&graph), window: 1)
        let other = transform(&graph, graph.noise(.audio), buffer: 1, hop: hop, window: 1)
        if polar { first = graph.unit("PV_MagBelow", .control, [first, .constant(4)])[0] }
        let chain = graph.unit(unit, .control, [first, other])[0]
        // Of an empty spectrum nothing can be divided by: the first half a window is silent in both.
        return [back(&graph, chain, window: 1), chain]
      }
    }
    return [
      make("two sounds", hop: 0.5), make("at different times", hop: 1), make("of magnitudes", hop: 0.5, polar: true),
      make(
        "of different sizes", hop: 0.5,
        buffers: [.empty(frames: 512, channels: 1), .empty(frames: 256, channels: 1)]),
    ]
  }
}
