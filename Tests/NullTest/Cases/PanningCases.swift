import RealTime

enum PanningCases {
  private static let position = NullUnit.Input.range(-1.2, 1.2, at: 0.3)
  private static let still = NullUnit.Input.range(-1.7, 1.3, at: 0.3, audio: false)
  private static let level = NullUnit.Input.range(0, 2, at: 0.7, audio: false)

  static let all: [NullCase] = [
    NullUnit("Pan2", [.signal, position, level], outputs: 2),
    NullUnit("LinPan2", [.signal, position, level], outputs: 2),
    NullUnit("Balance2", [.signal, .signal(peak: 0.6), position, level], outputs: 2),
    NullUnit("XFade2", [.signal, .signal(peak: 0.6), position, level]),
    NullUnit("LinXFade2", [.signal, .signal(peak: 0.6), position]),
    NullUnit("Rotate2", [.signal, .signal(peak: 0.6), still], outputs: 2),
    NullUnit("PanB2", [.signal, still, level], outputs: 3),
    NullUnit("BiPanB2", [.signal, .signal(peak: 0.6), still, level], outputs: 3),
    NullUnit("PanB", [.signal, still, still, level], outputs: 4),
    NullUnit("Pan4", [.signal, still, still, level], outputs: 4),
    NullUnit(
      "PanAz", [.signal, position, level, .range(1, 4, at: 2, audio: false), .range(0, 1, at: 0.5, audio: false)],
      outputs: 5),
    NullUnit("DecodeB2", [.signal, .signal(peak: 0.6), .signal(peak: 0.4), .constant(0.5)], outputs: 5),
  ].flatMap(\.cases)
}
