import SoundFiles
import Testing

/// A file format under test.
struct FileKind: Sendable, CustomTestStringConvertible {
  var name: String
  var format: SoundFileFormat
  var sampleRate = 44100.0
  /// As people see it.
  var label: String
  var isLossless = true
  /// Whether a checksum covers the sound.
  var isChecked = false

  var testDescription: String { name }

  static let all = [
    FileKind(name: "16.wav", format: .wavPCM16, label: "WAV 16-bit PCM"),
    FileKind(name: "24.wav", format: .wavPCM24, label: "WAV 24-bit PCM"),
    FileKind(name: "float.wav", format: .wavFloat32, label: "WAV 32-bit float"),
    FileKind(name: "24.rf64", format: SoundFileFormat(.rf64, .pcm24), label: "WAV 24-bit PCM"),
    FileKind(name: "16.w64", format: SoundFileFormat(.wave64, .pcm16), label: "Wave64 16-bit PCM"),
    FileKind(name: "16.aiff", format: .aiffPCM16, label: "AIFF 16-bit PCM"),
    FileKind(name: "float.aiff", format: SoundFileFormat(.aiff, .float32), label: "AIFF 32-bit float"),
    FileKind(name: "24.caf", format: SoundFileFormat(.caf, .pcm24), label: "CAF 24-bit PCM"),
    FileKind(name: "alac.caf", format: SoundFileFormat(.caf, .alac16), label: "CAF 16 bit ALAC"),
    FileKind(name: "16.au", format: SoundFileFormat(.au, .pcm16), label: "AU 16-bit PCM"),
    FileKind(name: "16.flac", format: .flac16, label: "FLAC 16-bit PCM", isChecked: true),
    FileKind(name: "24.flac", format: .flac24, sampleRate: 96000, label: "FLAC 24-bit PCM", isChecked: true),
    FileKind(name: "vorbis.ogg", format: .oggVorbis, label: "Ogg Vorbis", isLossless: false, isChecked: true),
    FileKind(
      name: "opus.ogg", format: .oggOpus, sampleRate: 48000, label: "Ogg Opus", isLossless: false, isChecked: true),
    FileKind(name: "layer3.mp3", format: .mp3, label: "MP3", isLossless: false),
  ]
}
