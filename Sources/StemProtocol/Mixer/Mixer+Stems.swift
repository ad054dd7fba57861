import Control

/// The stems' channels, which belong to their ids.
extension Mixer {
  /// Ids whose channel differs from the standard.
  static let stemSettingsLimit = 65_536

  func settings(ofStem id: Int) -> StemSettings { stemSettings[id] ?? .standard }

  /// - Throws: when too many ids are set to something.
  func setStem(_ id: Int, to settings: StemSettings) throws(StemFailure) {
    guard stemSettings[id] != nil || stemSettings.count < Self.stemSettingsLimit else {
      throw StemFailure(
        "\(Self.stemSettingsLimit) stems are set to something already: /mixer_cleanup forgets those that hold nothing",
        stem: id)
    }
    stemSettings[id] = settings == .standard ? nil : settings
  }

  /// What was set goes with the id; gives it back where it was not the standard.
  func forgetStem(_ id: Int) -> StemSettings? { stemSettings.removeValue(forKey: id) }

  /// Whether a stem is heard: it is not muted, and no other stem of its deck alone is soloed.
  func isAudible(_ id: Int) -> Bool {
    let settings = settings(ofStem: id)
    if settings.isMuted { return false }
    return settings.isSoloed || !hasSolo(deck(ofStem: id))
  }

  func deck(ofStem id: Int) -> Deck { Deck.of(stem: id, decks: decks.count) }

  private func hasSolo(_ deck: Deck) -> Bool {
    stemSettings.contains { $0.value.isSoloed && self.deck(ofStem: $0.key) == deck }
  }

  /// Controls of a stem's channel that are not what they are by themselves.
  func stripControls(ofStem id: Int) -> [(String, Float)] {
    guard !stemSettings.isEmpty else { return [] }
    let settings = settings(ofStem: id)
    return settings.bands.controls + [("pan", settings.pan), ("audible", isAudible(id) ? 1 : 0)]
  }
}
