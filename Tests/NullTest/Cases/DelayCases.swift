import Control
import RealTime

enum DelayCases {
  private static let time = NullUnit.Input.range(0.001, 0.05, at: 0.0123)
  private static let slow = NullUnit.Input.range(0.003, 0.05, at: 0.0123)
  /// scsynth's BufDelayC interpolates linearly, once its buffer is full, where the time is of audio rate.
  private static let slowOnly = NullUnit.Input.range(0.003, 0.05, at: 0.0123, audio: false)
  private static let decay = NullUnit.Input.range(-0.3, 0.3, at: 0.2, audio: false)

  static let all: [NullCase] = (own + buffered + short + strings + shifters).flatMap(\.cases) + taps

  private static let short: [NullUnit] = [NullUnit("Delay1", [.signal]), NullUnit("Delay2", [.signal])]

  private static let own: [NullUnit] = ["N", "L", "C"].flatMap { form in
    [
      NullUnit("Delay\(form)", [.signal, .constant(0.1), time]),
      NullUnit("Delay\(form)", [.signal, .constant(0.1), .constant(0)], label: "no delay"),
      NullUnit("Comb\(form)", [.signal, .constant(0.1), time, decay]),
      NullUnit("Allpass\(form)", [.signal, .constant(0.1), time, decay]),
    ]
  }

  private static let buffered: [NullUnit] = ["N", "L", "C"].flatMap { form in
    [
      NullUnit(
        "BufDelay\(form)", rates: [.audio], [.buffer(0), .signal, form == "C" ? slowOnly : slow],
        buffers: [.empty(frames: 5000, channels: 1)]),
      NullUnit(
        "BufComb\(form)", rates: [.audio], [.buffer(0), .signal, slow, decay],
        buffers: [.empty(frames: 4096, channels: 1)]),
      NullUnit(
        "BufAllpass\(form)", rates: [.audio], [.buffer(0), .signal, slow, decay],
        buffers: [.empty(frames: 4096, channels: 1)]),
    ]
  }

  private static let strings: [NullUnit] = [Float(0.7), -0.4].flatMap { damping -> [NullUnit] in
    let coefficient = NullUnit.Input.range(-0.9, 0.9, at: damping)
    let period = NullUnit.Input.range(0.001, 0.02, at: 0.0051, audio: false)
    let decay = NullUnit.Input.range(-2, 3, at: 1.5, audio: false)
    return [
      NullUnit(
        "Pluck", rates: [.audio],
        [.signal, .triggers(hertz: 20), .constant(0.03), period, decay, coefficient], label: "damping \(damping)"),
      NullUnit(
        "Pluck", rates: [.audio], [.signal, .gate, .constant(0.03), period, decay, coefficient],
        label: "gate kr, damping \(damping)"),
    ]
  }

  private static let shifters: [NullUnit] = [
    NullUnit(
      "PitchShift", rates: [.audio],
      [
        .signal, .constant(0.03), .range(-0.5, 4.5, at: 1.3, audio: false), .range(0, 1, at: 0, audio: false),
        .range(0, 0.05, at: 0, audio: false),
      ]),
    NullUnit(
      "PitchShift", rates: [.audio], [.signal, .constant(0.2), .constant(0.5), .constant(0.01), .constant(0.004)],
      label: "long window", seconds: 1),
    NullUnit(
      "PitchShift", rates: [.audio], [.signal, .constant(0), .constant(1.5), .constant(0), .constant(0)],
      label: "no window"),
  ]

  /// Around the buffer's end scsynth reads beyond it, and in the wrong direction between two values: compared is what comes
  /// behind the first time.
  private static let behindTheEnd = NullCase.Expectation.property(
    "where a buffer goes around, scsynth reads beyond it, but for interpolation 1"
  ) { ours, peers in
    var (error, power): (Float, Float) = (0, 0)
    for (own, peer) in zip(ours[0], peers[0]).dropFirst(1472) {
      error += (own - peer) * (own - peer)
      power += peer * peer
    }
    return power > 0 && error < power * 1e-10 ? nil : "a difference of \(error) to \(power)"
  }

  private static func tap(
    _ rate: Rate, _ interpolation: Float, _ pattern: String,
    _ delay: @escaping @Sendable (inout NullGraph) -> NullGraph.Input
  ) -> NullCase {
    NullCase(
      "DelTapRd", rate, "\(pattern), interpolation \(Int(interpolation))", channels: 2,
      buffers: [.empty(frames: 16_384, channels: 1)],
      expectation: interpolation == 1 ? .residual(decibels: -100) : behindTheEnd
    ) { graph in
      let noise = graph.noise(rate)
      let place = graph.unit("DelTapWr", rate, [graph.buffer(0), noise])[0]
      let seconds = delay(&graph)
      return graph.unit("DelTapRd", rate, [graph.buffer(0), place, seconds, .constant(interpolation)]) + [noise]
    }
  }

  private static let taps: [NullCase] = [Float(1), 2, 4].flatMap { interpolation -> [NullCase] in
    [
      tap(.audio, interpolation, "still") { _ in .constant(0.0128) },
      tap(.audio, interpolation, "a whole number of frames") { _ in .constant(640 / 44_100) },
      tap(.audio, interpolation, "glides, kr") { $0.line(.control, 0.003, 0.03) },
      tap(.audio, interpolation, "jumps, kr") { $0.jumps(.control, 0.003, 0.03) },
      tap(.audio, interpolation, "glides, ar") { $0.line(.audio, 0.003, 0.03) },
      tap(.audio, interpolation, "jumps, ar") { $0.jumps(.audio, 0.003, 0.03) },
      tap(.control, interpolation, "still") { _ in .constant(0.0301) },
      tap(.control, interpolation, "glides") { $0.line(.control, 0.01, 0.03) },
    ]
  }
}
