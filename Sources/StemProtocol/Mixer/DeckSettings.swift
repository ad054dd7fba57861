/// What a deck's channel of the mixer is set to.
struct DeckSettings: Equatable {
  var bands = BandLevels.flat
  /// Of the filter on one knob, −1…1.
  var knob: Float = 0
  /// 0…1.
  var resonance: Float = 0.2
}
