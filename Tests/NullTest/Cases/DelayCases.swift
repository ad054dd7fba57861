import RealTime

enum DelayCases {
  private static let time = NullUnit.Input.range(0.001, 0.05, at: 0.0123)
  private static let slow = NullUnit.Input.range(0.003, 0.05, at: 0.0123)
  /// scsynth's BufDelayC interpolates linearly, once its buffer is full, where the time is of audio rate.
  private static let slowOnly = NullUnit.Input.range(0.003, 0.05, at: 0.0123, audio: false)
  private static let decay = NullUnit.Input.range(-0.3, 0.3, at: 0.2, audio: false)

  static let all: [NullCase] = (own + buffered + short).flatMap(\.cases)

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
}
