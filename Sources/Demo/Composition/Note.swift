/// A note of a part, in sixteenths from the song's beginning.
struct Note {
  var start: Double
  var length: Double
  /// A MIDI number; nil for drums.
  var pitch: Int?
  /// 0…1.
  var loudness: Double
  /// The pitch from which a sung note slides.
  var from: Int?
  /// As `LeadVoice` counts them, from and to.
  var vowels: (Double, Double)?

  init(
    start: Double, length: Double, pitch: Int? = nil, loudness: Double, from: Int? = nil,
    vowels: (Double, Double)? = nil
  ) {
    self.start = start
    self.length = length
    self.pitch = pitch
    self.loudness = loudness
    self.from = from
    self.vowels = vowels
  }
}
