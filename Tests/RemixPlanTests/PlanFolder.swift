import Foundation
import RemixPlan

/// A folder with a plan and its stems, which goes when the test ends.
final class PlanFolder {
  let url: URL

  init() throws {
    let name = "plan-\(UUID().uuidString)"
    url = FileManager.default.temporaryDirectory.appendingPathComponent(name).resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var path: String { url.path }

  func path(_ name: String) -> String { url.path + "/" + name }

  /// Writes a silent 16-bit WAV file.
  func wav(_ name: String, frames: Int, rate: Int = 44100, channels: Int = 1) throws {
    func little(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(value >> ($0 * 8) & 0xFF) } }
    let size = frames * channels * 2
    var bytes = Array("RIFF".utf8) + little(36 + size, 4) + Array("WAVEfmt ".utf8) + little(16, 4) + little(1, 2)
    bytes += little(channels, 2) + little(rate, 4) + little(rate * channels * 2, 4) + little(channels * 2, 2)
    bytes += little(16, 2) + Array("data".utf8) + little(size, 4) + [UInt8](repeating: 0, count: size)
    try file(name, bytes)
  }

  func file(_ name: String, _ bytes: [UInt8]) throws {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// Writes the plan and reads it.
  func read(_ text: String, named name: String = "plan.json") throws -> PlanReading {
    try file(name, Array(text.utf8))
    return RemixPlan.read(file: path(name), probe: Self.probe)
  }

  /// Reads the header of what `wav` writes.
  static let probe: StemProbe = { path in
    guard let data = FileManager.default.contents(atPath: path), data.count >= 44, data.starts(with: Array("RIFF".utf8))
    else { return .failure(StemFileFault("Format not recognised")) }
    let bytes = [UInt8](data)
    func little(_ place: Int, _ count: Int) -> Int { (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << ($1 * 8) } }
    let channels = little(22, 2)
    return .success(
      StemFileFacts(frames: little(40, 4) / 2 / channels, sampleRate: Double(little(24, 4)), channels: channels))
  }
}
