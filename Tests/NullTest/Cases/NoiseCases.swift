enum NoiseCases {
  static let all: [NullCase] =
    [
      NullUnit("WhiteNoise", []),
      NullUnit("PinkNoise", []),
      NullUnit("BrownNoise", []),
      NullUnit("GrayNoise", []),
      NullUnit("ClipNoise", []),
      NullUnit("Crackle", [.range(1, 2, at: 1.95, audio: false)]),
      NullUnit("Dust", [.range(0, 30_000, at: 2000, audio: false)]),
      NullUnit("Dust2", [.range(0, 30_000, at: 2000, audio: false)]),
      NullUnit("Hasher", [.signal]),
      NullUnit("MantissaMask", [.signal, .range(0, 23, at: 3, audio: false)]),
      NullUnit(
        "Logistic", [.range(2, 3.9, at: 3.7, audio: false), .range(0, 8000, at: 1000, audio: false), .constant(0.3)]),
      NullUnit(
        "Logistic", [.constant(3.9), .constant(50_000), .constant(0.4)], label: "each frame"),
    ].flatMap(\.cases) + stepped("LFNoise0") + stepped("LFNoise1") + stepped("LFNoise2") + stepped("LFClipNoise")
    + free("LFDNoise0") + free("LFDNoise1") + free("LFDNoise3") + free("LFDClipNoise")

  private static func stepped(_ name: String) -> [NullCase] {
    NullUnit(name, [.range(0, 60_000, at: 700, audio: false)]).cases
      + NullUnit(name, [.range(100, 400, at: 90, audio: false)], label: "slow").cases
  }

  private static func free(_ name: String) -> [NullCase] { NullUnit(name, [.range(-500, 60_000, at: 700)]).cases }
}
