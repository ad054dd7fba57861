import Spelling

/// The keys that an object of a plan may hold; all others are kept and ignored.
enum PlanKeys {
  static let plan = ["theme", "base_song", "base_bpm", "base_key", "structure", "sections", "crossfade"]
  static let section = ["type", "stems", "duration", "bars", "crossfade"]
  static let stem = ["song", "file", "bpm", "key", "pitch_shift", "needs_timestretch", "volume"]

  /// Words that stand for themselves, however close they come to a known key.
  private static let ownWords: Set = ["time", "times", "title", "style", "tune", "value"]

  /// The known key that a person most likely meant by an unknown one; nil if none is close enough.
  static func meant(by unknown: String, among known: [String]) -> String? {
    guard !ownWords.contains(unknown) else { return nil }
    let plain = letters(unknown)
    return
      known
      .map { (key: $0, distance: EditDistance.between(plain, letters($0))) }
      .filter { $0.distance <= reach($0.key) }
      .min { $0.distance < $1.distance }?.key
  }

  /// How many slips of the finger a key of this length is still recognised behind.
  private static func reach(_ key: String) -> Int { key.count > 5 ? 2 : 1 }

  /// A key without what people write differently: case, underscores, hyphens and spaces.
  private static func letters(_ key: String) -> [Character] { Array(key.lowercased()).filter { !"_- ".contains($0) } }
}
