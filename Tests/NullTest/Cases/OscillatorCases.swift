import Control
import Foundation
import RealTime

enum OscillatorCases {
  static let all: [NullCase] = (plain + tables + synthesis).flatMap(\.cases) + tooHigh

  private static let pitch = NullUnit.Input.range(-200, 12_000, at: 440)
  private static let stillPitch = NullUnit.Input.range(30, 12_000, at: 440, audio: false)

  private static let lowPitch = NullUnit.Input.range(5, 300, at: 44, audio: false)

  private static let plain: [NullUnit] = [
    NullUnit("SinOsc", [pitch, .range(-6, 6, at: 0.5)]),
    NullUnit("Impulse", [.range(-900, 2_000, at: 440), .range(-1.3, 2.7, at: 0.3)]),
    NullUnit("Impulse", [.constant(100), .constant(0)], label: "plain"),
    NullUnit("LFSaw", [pitch, .range(0, 2, at: 0.3, audio: false)]),
    NullUnit("LFTri", [pitch, .range(0, 4, at: 0.3, audio: false)]),
    NullUnit("LFPar", [pitch, .range(0, 4, at: 0.3, audio: false)]),
    NullUnit("LFCub", [pitch, .range(0, 2, at: 0.3, audio: false)]),
    NullUnit("LFPulse", [pitch, .range(0, 1, at: 0.3, audio: false), .range(0, 1, at: 0.4, audio: false)]),
    NullUnit("VarSaw", [pitch, .range(0, 1, at: 0.3, audio: false), .range(0, 1, at: 0.4, audio: false)]),
    NullUnit("SyncSaw", [.range(50, 3000, at: 300), .range(100, 9000, at: 1234)]),
    NullUnit(
      "LFGauss",
      [
        .range(0.01, 0.2, at: 0.03), .range(0.01, 0.5, at: 0.1, audio: false), .range(-1, 1, at: 0, audio: false),
        .constant(1), .constant(0),
      ]),
    NullUnit("LFGauss", [.constant(0.03), .constant(0.1), .constant(0), .constant(0), .constant(0)], label: "once"),
    NullUnit("FSinOsc", [.range(20, 9000, at: 440, audio: false), .range(-3, 3, at: 1, audio: false)]),
    NullUnit("SinOscFB", [stillPitch, .range(0, 1.2, at: 0.7, audio: false)]),
    NullUnit(
      "Phasor",
      [
        .triggers(hertz: 50), .range(-0.3, 0.9, at: 0.07), .range(-1, 0, at: 0, audio: false),
        .range(0.5, 3, at: 2, audio: false), .range(0, 1, at: 0.5, audio: false),
      ]),
    NullUnit(
      "Phasor", [.constant(0), .range(-0.3, 0.9, at: 0.07), .constant(0), .constant(1), .constant(0)], label: "free"),
    NullUnit("Sweep", [.triggers(hertz: 50), .range(-3, 9, at: 1)]),
    NullUnit("Sweep", [.signal, .range(-3, 9, at: 1)], label: "noise triggers"),
    NullUnit("Sweep", [.constant(0), .range(-3, 9, at: 1)], label: "free"),
  ]

  private static let synthesis: [NullUnit] = [
    NullUnit("Saw", rates: [.audio], [stillPitch]),
    NullUnit("Pulse", rates: [.audio], [stillPitch, .range(0.05, 0.95, at: 0.3, audio: false)]),
    NullUnit("Blip", rates: [.audio], [stillPitch, .range(1, 60, at: 12.7, audio: false)]),
    NullUnit("Saw", [.range(-100, -20, at: -50, audio: false)], label: "backwards"),
    NullUnit("Saw", rates: [.control], [lowPitch]),
    NullUnit("Pulse", rates: [.control], [lowPitch, .range(0.05, 0.95, at: 0.3, audio: false)]),
    NullUnit("Blip", rates: [.control], [lowPitch, .range(1, 60, at: 12.7, audio: false)]),
    NullUnit(
      "Formant", rates: [.audio],
      [
        .range(50, 900, at: 220, audio: false), .range(200, 5000, at: 1760, audio: false),
        .range(100, 3000, at: 880, audio: false),
      ]),
    NullUnit(
      "Klang", rates: [.audio],
      [
        .constant(1.1), .constant(7), .constant(440), .constant(0.5), .constant(0), .constant(661), .constant(0.3),
        .constant(1), .constant(2000), .constant(0.2), .constant(-2),
      ]),
    NullUnit("Klang", rates: [.audio], [.constant(1), .constant(0)] + partials(11, third: 0.4), label: "eleven"),
    NullUnit("Klang", rates: [.audio], [.constant(1), .constant(0)] + partials(3, third: .pi), label: "from pi"),
    NullUnit(
      "Klank", rates: [.audio],
      [.signal(peak: 0.1), .constant(1.1), .constant(7), .constant(0.7)] + partials(3, third: 0.5)),
    NullUnit(
      "Klank", rates: [.audio],
      [.signal(peak: 0.1), .constant(1), .constant(0), .constant(1)] + partials(13, third: 1), label: "thirteen"),
    NullUnit(
      "Vibrato",
      [
        .signal(peak: 400), .range(2, 90, at: 40, audio: false), .range(0, 1, at: 0.2, audio: false), .constant(0.05),
        .constant(0.04), .range(0, 1, at: 0.1, audio: false), .range(0, 1, at: 0.1, audio: false), .constant(0.3),
        .constant(0),
      ]),
    NullUnit(
      "Vibrato",
      [
        .signal(peak: 400), .constant(40), .constant(0.3), .constant(0), .constant(0), .constant(0.2), .constant(0.2),
        .constant(0), .gate,
      ], label: "triggered"),
    NullUnit(
      "Formlet",
      [
        .signal(peak: 0.3), .range(100, 5000, at: 900, audio: false), .range(0, 0.1, at: 0.01, audio: false),
        .range(0, 1, at: 0.1, audio: false),
      ]),
  ]

  private static func partials(_ count: Int, third: Float) -> [NullUnit.Input] {
    (0..<count).flatMap { index -> [NullUnit.Input] in
      [.constant(200 + 317 * Float(index)), .constant(1 / Float(index + 1)), .constant(third * Float(index + 1))]
    }
  }

  /// Pitches above half the sample rate.
  private static let tooHigh: [NullCase] = [("Saw", 1), ("Pulse", 2)].map { name, inputs in
    NullCase(
      name, .audio, "too high",
      expectation: .property("above half the sample rate it fades away; scsynth's goes to infinity") { ours, _ in
        ours[0].allSatisfy { $0.magnitude <= 1 } && ours[0].suffix(64).allSatisfy { $0.magnitude < 0.001 }
          ? nil : "not silent"
      }
    ) { graph in
      graph.unit(name, .audio, Array([.constant(30_000), .constant(0.3)].prefix(inputs)))
    }
  }

  // MARK: - Oscillators of tables

  private static let tables: [NullUnit] = [
    NullUnit("Osc", [.buffer(0), pitch, .range(-6, 6, at: 0.5)], buffers: [wavetable(1)]),
    NullUnit(
      "Osc", [.buffer(0), .constant(300), .constant(0)], label: "no period",
      buffers: [.samples([1, 2, 3, 4, 5, 6], channels: 1)]),
    NullUnit("OscN", [.buffer(0), pitch, .range(-6, 6, at: 0.5)], buffers: [.samples(period(1), channels: 1)]),
    NullUnit("COsc", [.buffer(0), stillPitch, .range(0, 30, at: 3, audio: false)], buffers: [wavetable(2)]),
    NullUnit("VOsc", [.buffer(0), stillPitch, .range(-6, 6, at: 0.5)], buffers: [wavetable(1), wavetable(2)]),
    NullUnit(
      "VOsc3", [.buffer(0), stillPitch, .range(30, 900, at: 441, audio: false), .constant(100)],
      buffers: [wavetable(1), wavetable(2)]),
    NullUnit("Shaper", rates: [.audio], [.buffer(0), .signal(peak: 1.2)], buffers: [wavetable(2)]),
    NullUnit("Shaper", rates: [.control], [.buffer(0), .range(-1.2, 1.2, at: 0.3)], buffers: [wavetable(2)]),
  ]

  private static func period(_ shape: Int) -> [Float] {
    (0..<512).map { index in
      let x = 2 * Float.pi * Float(index) / 512
      return shape == 1 ? sinf(x) + 0.3 * sinf(3 * x) : 0.7 * cosf(x) - 0.4 * sinf(5 * x)
    }
  }

  private static func wavetable(_ shape: Int) -> NullBuffer {
    let values = period(shape)
    let pairs = values.indices.flatMap { index -> [Float] in
      let (a, b) = (values[index], values[(index + 1) % values.count])
      return [2 * a - b, b - a]
    }
    return .samples(pairs, channels: 1)
  }
}
