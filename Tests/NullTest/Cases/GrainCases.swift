import Control
import Foundation
import RealTime

enum GrainCases {
  static let all: [NullCase] = (buffers + tones).flatMap(\.cases) + edges

  private static let sound = NullBuffer.samples((0..<3000).map { BufferCases.noise($0) }, channels: 1)
  /// An attack and a decay.
  private static let envelope = NullBuffer.samples(
    (0..<200).map { $0 < 20 ? Float($0) / 20 : expf(-Float($0 - 20) / 50) }, channels: 1)

  private static let pan = NullUnit.Input.range(-1, 1, at: 0.3)
  private static let rate = NullUnit.Input.range(-2, 2, at: 1.1)

  private static let buffers: [NullUnit] =
    [1, 2, 5].flatMap { outputs in
      [Float(1), 2, 4].flatMap { interpolation in
        [
          NullUnit(
            "TGrains", rates: [.audio],
            [
              .triggers(hertz: 300), .buffer(0), rate, .range(0, 0.068, at: 0.03), .range(0, 0.03, at: 0.02), pan,
              .range(-1, 1, at: 0.5), .constant(interpolation),
            ], outputs: outputs, label: "\(outputs) outputs, interpolation \(Int(interpolation))", buffers: [sound]),
          NullUnit(
            "GrainBuf", rates: [.audio],
            [
              .triggers(hertz: 300), .range(0, 0.03, at: 0.02), .buffer(0), rate, .range(-0.1, 1.1, at: 0.2),
              .constant(interpolation), pan, .constant(-1), .constant(512),
            ], outputs: outputs, label: "\(outputs) outputs, interpolation \(Int(interpolation))", buffers: [sound]),
        ]
      }
    } + [
      NullUnit(
        "GrainBuf", rates: [.audio],
        [
          .triggers(hertz: 300), .range(0, 0.03, at: 0.02), .buffer(0), rate, .range(0, 1, at: 0.2), .constant(4), pan,
          .buffer(1), .constant(512),
        ], outputs: 2, label: "envelope", buffers: [sound, envelope]),
      NullUnit(
        "GrainBuf", rates: [.audio],
        [
          .triggers(hertz: 300), .range(0, 0.03, at: 0.02), .buffer(0), .constant(1), .constant(0.1), .constant(2),
          .constant(0), .constant(-1), .constant(5),
        ], outputs: 2, label: "room for few", buffers: [sound, envelope]),
      NullUnit(
        "TGrains", rates: [.audio],
        [
          .signal, .buffer(0), .constant(1.3), .constant(0.03), .constant(0.01), .constant(0), .constant(0.1),
          .constant(4),
        ], outputs: 2, label: "more than there is room for", buffers: [sound]),
    ]

  private static let tones: [NullUnit] =
    [1, 2, 4].flatMap { outputs in
      [Float(-1), 0].flatMap { window -> [NullUnit] in
        let label = "\(outputs) outputs, \(window < 0 ? "window" : "envelope")"
        let shape = window < 0 ? NullUnit.Input.constant(-1) : .buffer(0)
        return [
          NullUnit(
            "GrainSin", rates: [.audio],
            [
              .triggers(hertz: 200), .range(0, 0.04, at: 0.02), .range(-300, 9000, at: 440), pan, shape,
              .constant(512),
            ], outputs: outputs, label: label, buffers: [envelope]),
          NullUnit(
            "GrainFM", rates: [.audio],
            [
              .triggers(hertz: 200), .range(0, 0.04, at: 0.02), .range(-300, 9000, at: 440),
              .range(20, 3000, at: 200), .range(0, 6, at: 1), pan, shape, .constant(512),
            ], outputs: outputs, label: label, buffers: [envelope]),
          NullUnit(
            "GrainIn", rates: [.audio],
            [.triggers(hertz: 200), .range(0, 0.04, at: 0.02), .signal, pan, shape, .constant(512)],
            outputs: outputs, label: label, buffers: [envelope]),
        ]
      }
    }

  /// Triggers at control rate, and what goes wrong.
  private static let edges: [NullCase] = [
    NullCase("TGrains", .audio, "control-rate triggers", channels: 2, buffers: [sound]) { graph in
      let trigger = graph.triggers(.control, hertz: 150)
      let place = graph.jumps(.audio, 0, 0.06)
      return graph.unit(
        "TGrains", .audio,
        [trigger, graph.buffer(0), .constant(1), place, .constant(0.02), .constant(0), .constant(1), .constant(4)],
        outputs: 2)
    },
    NullCase("GrainBuf", .audio, "control-rate triggers", channels: 2, buffers: [sound]) { graph in
      let trigger = graph.triggers(.control, hertz: 150)
      let place = graph.jumps(.audio, 0, 1)
      return graph.unit(
        "GrainBuf", .audio,
        [
          trigger, .constant(0.02), graph.buffer(0), .constant(1), place, .constant(4), .constant(0), .constant(-1),
          .constant(512),
        ], outputs: 2)
    },
    NullCase("GrainSin", .audio, "control-rate triggers", channels: 2) { graph in
      let trigger = graph.triggers(.control, hertz: 150)
      let pitch = graph.jumps(.control, 100, 2000)
      return graph.unit(
        "GrainSin", .audio, [trigger, .constant(0.02), pitch, .constant(0), .constant(-1), .constant(512)], outputs: 2)
    },
    NullCase("GrainFM", .audio, "control-rate triggers", channels: 1) { graph in
      let trigger = graph.triggers(.control, hertz: 150)
      let pitch = graph.jumps(.control, 100, 2000)
      return graph.unit(
        "GrainFM", .audio,
        [
          trigger, .constant(0.02), pitch, .constant(77), .constant(2), .constant(0), .constant(-1), .constant(512),
        ])
    },
    NullCase("GrainIn", .audio, "control-rate triggers", channels: 1) { graph in
      let trigger = graph.triggers(.control, hertz: 150)
      let signal = graph.noise(.audio)
      return graph.unit(
        "GrainIn", .audio, [trigger, .constant(0.02), signal, .constant(0), .constant(-1), .constant(512)])
    },
    NullCase("TGrains", .audio, "a buffer of two channels", channels: 2, buffers: [BufferCases.stereo]) { graph in
      let trigger = graph.triggers(.audio)
      return graph.unit(
        "TGrains", .audio,
        [
          trigger, graph.buffer(0), .constant(1), .constant(0), .constant(0.02), .constant(0), .constant(1),
          .constant(4),
        ], outputs: 2)
    },
  ]
}
