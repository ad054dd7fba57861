import SoundFiles

/// The forms of a recording, as clients name them.
enum RecordingFormat {
  /// `auto` goes by the path's ending.
  static let words = ["auto", "wav", "wav16", "wav24", "wavfloat", "rf64", "flac", "flac16", "flac24"]

  /// A WAV becomes RF64 when it passes 4 GB; one of rf64 is RF64 from the beginning, and holds 32-bit floats.
  static func named(_ word: String, path: String) throws(SoundFileError) -> SoundFileFormat {
    switch word {
    case "wav", "wav24": SoundFileFormat(.rf64, .pcm24)
    case "wav16": SoundFileFormat(.rf64, .pcm16)
    case "wavfloat", "rf64": SoundFileFormat(.rf64, .float32)
    case "flac", "flac24": .flac24
    case "flac16": .flac16
    default: try SoundFileFormat.named(byExtensionOf: path, unlimited: true)
    }
  }
}
