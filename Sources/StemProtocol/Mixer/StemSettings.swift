/// What a stem's channel of the mixer is set to. It belongs to the id, and outlives the voices that play under it.
struct StemSettings: Equatable {
  static let standard = StemSettings()

  var bands = BandLevels.flat
  /// −1…1.
  var pan: Float = 0
  var isMuted = false
  /// While one of a deck's stems is, only those are heard.
  var isSoloed = false
}
