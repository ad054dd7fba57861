/// What the strips silenced because it was no finite number: how much, and when it was last told of each place.
struct SilencedSound {
  /// Frames between two reports of the same place.
  private let interval: Int64
  private var places: [String: (untold: Int, told: Int64)] = [:]
  private(set) var frames = 0

  init(sampleRate: Double) { interval = Int64(sampleRate) }

  /// Frames to tell of now; nil when that place was told of within the last second.
  mutating func take(_ count: Int, of place: String, at position: Int64) -> Int? {
    frames += count
    var entry = places[place] ?? (0, -interval)
    entry.untold += count
    defer { places[place] = entry }
    guard position - entry.told >= interval else { return nil }
    defer { entry = (0, position) }
    return entry.untold
  }
}
