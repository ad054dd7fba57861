import Foundation
import SoundFiles

/// A plan of three sections of half a second, or as long as it is told,
struct TestPlan {
  static let sectionFrames = 22_050
  static let sections = 3

  let folder: TestFolder
  let path: String

  init(sectionSeconds: Double = 0.5) throws {
    folder = try TestFolder()
    path = folder.path("plan.json")
    let files: [(String, TestSound, SoundFileFormat)] = [
      ("one.wav", .sine(110, phase: 0.2, frames: 44_100), .wavPCM24),
      ("two.flac", .noise(0.3, frames: 48_000, channels: 1, sampleRate: 48_000, seed: 1), .flac16),
      ("three.aiff", .noise(0.5, frames: 30_000, sampleRate: 22_050, seed: 2), .aiffPCM16),
      ("four.wav", .sine(147, phase: 0.3, frames: 96_000, sampleRate: 96_000), .wavFloat32),
      ("five.ogg", .sine(262, phase: 0.1, frames: 60_000, sampleRate: 44_100), .oggVorbis),
    ]
    for (name, sound, format) in files { try sound.write(to: folder.path(name), format) }
    let plan = """
      {
        "theme": "test", "base_bpm": 120, "base_key": "D",
        "sections": {
          "00_intro": { "type": "intro", "duration": \(sectionSeconds), "stems": {
            "bass": { "file": "one.wav", "pitch_shift": 1.0 },
            "drums": { "file": "two.flac", "pitch_shift": 0.979 } } },
          "01_verse": { "type": "verse", "duration": \(sectionSeconds), "stems": {
            "bass": { "file": "three.aiff", "pitch_shift": 1.1 },
            "vocals": { "file": "four.wav", "pitch_shift": 0.95 },
            "piano": { "file": "five.ogg" } } },
          "02_outro": { "type": "outro", "duration": \(sectionSeconds), "stems": {
            "drums": { "file": "two.flac" },
            "other": { "file": "one.wav", "pitch_shift": 1.2 } } }
        }
      }
      """
    try plan.write(toFile: path, atomically: true, encoding: .utf8)
  }
}
