import Foundation
import SoundFiles

/// A file to load: a second of a sine with a click in the middle.
struct CheckSound {
  static let frames = 44_100
  static let sampleRate = 44_100.0

  let path: String
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "syrinx-check-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appendingPathComponent("tone.wav").path
    let samples = (0..<Self.frames).map { frame in
      frame == Self.frames / 2 ? 0.9 : Float(0.5 * sin(2 * Double.pi * 440 * Double(frame) / Self.sampleRate))
    }
    let file = try SoundFileWriter(path: path, format: .wavPCM16, channels: 1, sampleRate: Self.sampleRate)
    try file.write(samples, frames: samples.count)
    try file.close()
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}
