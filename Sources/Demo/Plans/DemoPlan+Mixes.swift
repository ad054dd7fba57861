extension DemoPlan {
  /// The three songs at 140: the first two come up by seven and by three semitones, into C minor.
  static let energetic = DemoPlan(
    theme: "energetic", baseSong: .paperComet,
    sections: [
      section("intro", .bars(4), .paperComet, ["drums", "other"]),
      section("verse", .bars(8), .paperComet, ["bass", "drums", "piano"], and: [("vocals", .harbourLamps)]),
      section("build", .bars(4), .paperComet, ["bass", "other"], and: [("drums", .glassWeather)]),
      section("chorus", .bars(8), .paperComet, ["bass", "drums", "vocals", "piano", "other"]),
      section("breakdown", .bars(8), .glassWeather, ["vocals", "other"], and: [("drums", .harbourLamps)]),
      section(
        "build", .bars(4), .paperComet, ["drums", "bass"], and: [("other", .harbourLamps), ("piano", .harbourLamps)]),
      section("chorus", .bars(16), .paperComet, ["bass", "drums", "vocals", "piano", "other"]),
      section("outro", .bars(4), .paperComet, ["drums", "piano"], and: [("other", .harbourLamps)]),
    ])

  /// The three songs at 95: the others come down by four and by seven semitones, into F minor.
  static let chill = DemoPlan(
    theme: "chill", baseSong: .harbourLamps,
    sections: [
      section("intro", .bars(4), .harbourLamps, ["piano", "other"]),
      section("verse", .bars(8), .harbourLamps, ["bass", "drums", "vocals", "piano"]),
      section(
        "build", .bars(4), .harbourLamps, ["bass", "piano"], and: [("drums", .glassWeather), ("other", .paperComet)]),
      section("chorus", .bars(8), .harbourLamps, ["bass", "drums", "piano", "other"], and: [("vocals", .paperComet)]),
      section("breakdown", .bars(4), .glassWeather, ["vocals", "piano", "other"]),
      section("outro", .bars(8), .harbourLamps, ["drums", "bass", "other"]),
    ])

  /// The three songs at 120: the first comes up by four semitones, the third down by three, into A minor.
  static let dramatic = DemoPlan(
    theme: "dramatic", baseSong: .glassWeather,
    sections: [
      section("intro", .seconds(8), .glassWeather, ["other"]),
      section("verse", .seconds(16), .glassWeather, ["piano", "other", "vocals"], and: [("drums", .harbourLamps)]),
      section("build", .seconds(8), .glassWeather, ["bass", "drums", "other"]),
      section("chorus", .seconds(16), .glassWeather, ["bass", "drums", "vocals", "piano", "other"]),
      section("breakdown", .seconds(16), .harbourLamps, ["piano", "other"], and: [("vocals", .paperComet)]),
      section(
        "chorus", .seconds(16), .glassWeather, ["bass", "vocals", "piano", "other"], and: [("drums", .paperComet)]),
      section("outro", .seconds(8), .glassWeather, ["piano", "other"]),
    ])
}
