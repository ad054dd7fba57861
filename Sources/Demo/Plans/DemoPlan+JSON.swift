extension DemoPlan {
  /// The plan's file, with the stems in `../stems`.
  public var json: String {
    var lines = [
      "{",
      "  \"theme\": \(Self.quoted(theme)),",
      "  \"base_song\": \(Self.quoted(baseSong.name)),",
      "  \"base_bpm\": \(Self.number(baseSong.bpm)),",
      "  \"base_key\": \(Self.quoted(baseSong.key.name)),",
      "  \"structure\": [\(sections.map { Self.quoted($0.type) }.joined(separator: ", "))],",
      "  \"sections\": {",
    ]
    for (index, section) in sections.enumerated() {
      let number = index < 10 ? "0\(index)" : "\(index)"
      lines.append("    \(Self.quoted("\(number)_\(section.type)")): {")
      lines.append("      \"type\": \(Self.quoted(section.type)),")
      switch section.length {
      case .bars(let bars): lines.append("      \"bars\": \(bars),")
      case .seconds(let seconds): lines.append("      \"duration\": \(Self.number(seconds)),")
      }
      lines.append("      \"stems\": {")
      for (place, stem) in section.stems.enumerated() {
        lines += members(of: stem.name, stem.song)
        lines.append(place == section.stems.count - 1 ? "        }" : "        },")
      }
      lines += ["      }", index == sections.count - 1 ? "    }" : "    },"]
    }
    return (lines + ["  }", "}", ""]).joined(separator: "\n")
  }

  private func members(of stem: String, _ song: DemoSong) -> [String] {
    [
      "        \(Self.quoted(stem)): {",
      "          \"song\": \(Self.quoted(song.name)),",
      "          \"file\": \(Self.quoted("../stems/\(song.name)/\(stem).wav")),",
      "          \"bpm\": \(Self.number(song.bpm)),",
      "          \"key\": \(Self.quoted(song.key.name)),",
      "          \"pitch_shift\": \(baseSong.bpm / song.bpm),",
      "          \"needs_timestretch\": false",
    ]
  }

  /// Whole numbers without a point.
  private static func number(_ value: Double) -> String { Int(exactly: value).map { "\($0)" } ?? "\(value)" }

  /// The names of the demo hold nothing that JSON would have escaped but these two.
  private static func quoted(_ text: String) -> String {
    "\"" + text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined() + "\""
  }
}
