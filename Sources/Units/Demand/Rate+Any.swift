import RealTime

extension Rate {
  /// What a demand-rate unit takes: values on demand, and any signal as it is at that moment.
  static let any: [Rate] = [.scalar, .control, .audio, .demand]
}
