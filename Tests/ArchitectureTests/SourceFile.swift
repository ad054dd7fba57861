import Foundation

/// A Swift file of the package, and what its lines say.
struct SourceFile: Sendable, CustomStringConvertible {
  let url: URL
  /// From the package's folder on.
  let path: String
  let lines: [Substring]

  var description: String { path }

  /// The package's folder.
  static let package = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  init(_ url: URL) throws {
    self.url = url
    path = String(url.path.dropFirst(Self.package.path.count + 1))
    let text = try String(contentsOf: url, encoding: .utf8)
    lines = text.utf8.split(separator: 10, omittingEmptySubsequences: false).map { Substring($0) }
  }

  /// The Swift files below a folder of the package, links not followed.
  static func all(in folder: String) throws -> [SourceFile] {
    let root = package.appendingPathComponent(folder)
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    var found: [SourceFile] = []
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      found.append(try SourceFile(file))
    }
    return found.sorted { $0.path < $1.path }
  }

  /// The folder of the target: the second part of the path.
  var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

  /// The modules that it imports.
  var imports: [String] {
    declarations(["import"], after: ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"])
      .map { String($0.prefix { $0 != "." }) }
  }

  /// Names that it declares as types.
  var types: [String] { declarations(["struct", "class", "enum", "actor", "protocol", "typealias"], after: []) }

  /// The names behind one of these keywords, where it begins its line but for attributes and modifiers.
  private func declarations(_ keywords: Set<Substring>, after kinds: Set<Substring>) -> [String] {
    lines.compactMap { line in
      let first = Substring(line.utf8.drop { $0 == 32 }.prefix { $0 != 32 })
      guard keywords.contains(first) || Self.modifiers.contains(first) || first.hasPrefix("@") else { return nil }
      var words = line.split(separator: " ", maxSplits: 6)[...]
      while let word = words.first, word.hasPrefix("@") || Self.modifiers.contains(word) { words.removeFirst() }
      guard let keyword = words.popFirst(), keywords.contains(keyword) else { return nil }
      if let kind = words.first, kinds.contains(kind) { words.removeFirst() }
      guard let name = words.first?.prefix(while: { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }) else {
        return nil
      }
      return name.isEmpty ? nil : String(name)
    }
  }

  private static let modifiers: Set<Substring> = [
    "public", "package", "internal", "fileprivate", "private", "open", "final", "indirect", "nonisolated", "static",
  ]
}
