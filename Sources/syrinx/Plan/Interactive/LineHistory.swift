import Foundation

/// The lines typed in earlier sessions: a file with a line for each, the newest last.
struct LineHistory {
  /// How many lines are kept.
  static let most = 1000

  private let file: URL

  /// In `$XDG_STATE_HOME/syrinx`, which is `~/.local/state/syrinx` unless it is set.
  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    let state = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? URL(fileURLWithPath: $0) : nil }
    let home = FileManager.default.homeDirectoryForCurrentUser.appendingPathComponent(".local/state")
    file = (state ?? home).appendingPathComponent("syrinx/history")
  }

  /// The lines, oldest first; none if the file cannot be read. A file that has grown too long is shortened.
  func load() -> [String] {
    guard let data = FileManager.default.contents(atPath: file.path) else { return [] }
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    guard lines.count > 2 * Self.most else { return Array(lines.suffix(Self.most)) }
    let newest = Array(lines.suffix(Self.most))
    try? Data((newest.joined(separator: "\n") + "\n").utf8).write(to: file, options: .atomic)
    return newest
  }

  /// Adds a line; does nothing if the file cannot be written.
  func append(_ line: String) {
    let folder = file.deletingLastPathComponent()
    try? FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    if !FileManager.default.fileExists(atPath: file.path) {
      _ = FileManager.default.createFile(atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o600])
    }
    guard let handle = try? FileHandle(forWritingTo: file) else { return }
    defer { try? handle.close() }
    _ = try? handle.seekToEnd()
    try? handle.write(contentsOf: Data((line + "\n").utf8))
  }
}
