import Foundation
import Testing

/// The law of the house, read from the sources.
@Suite struct ArchitectureTests {
  private static let sources = (try? SourceFile.all(in: "Sources")) ?? []
  private static let everything = sources + ((try? SourceFile.all(in: "Tests")) ?? [])

  /// Folders of Swift sources: the one that is built twice is linked a second time.
  private static let folders = Set(sources.map(\.target)).sorted()

  @Test func thereAreSources() {
    #expect(Self.sources.count > 150)
    #expect(Law.rules.keys.allSatisfy { Self.folders.contains($0) })
  }

  @Test func everyFolderHasALaw() {
    let unknown = Self.folders.filter { Law.rules[$0] == nil && !Law.programs.contains($0) }
    #expect(unknown.isEmpty, "say in Law.swift what these may import")
  }

  @Test(arguments: Law.rules.keys.sorted()) func importsPointDownOnly(module: String) throws {
    let rule = try #require(Law.rules[module])
    for file in Self.sources where file.target == module {
      let wrong = file.imports.filter { !rule.own.contains($0) && !rule.foreign.contains($0) }
      #expect(wrong.isEmpty, "\(file)")
    }
  }

  /// The law itself goes one way only.
  @Test func theLawHasNoCircles() {
    func below(_ module: String) -> Set<String> {
      (Law.rules[module]?.own ?? []).reduce(into: []) { $0.formUnion(below($1).union([$1])) }
    }
    for module in Law.rules.keys { #expect(!below(module).contains(module)) }
    for edge in Law.edges { #expect(below(edge).isDisjoint(with: Law.edges.union(Law.doors))) }
    for door in Law.doors { #expect(below(door).isDisjoint(with: Law.doors)) }
    for module in Law.bare {
      let foreign = Law.rules[module]?.foreign ?? []
      #expect(!foreign.contains("Foundation") && !foreign.contains { $0.hasPrefix("NIO") || $0 == "Dispatch" })
    }
  }

  /// A program is imported by nobody.
  @Test func programsStandAboveAll() {
    for file in Self.everything { #expect(Set(file.imports).isDisjoint(with: Law.programs), "\(file)") }
  }

  // MARK: - Files

  @Test func noFileIsTooLong() {
    for file in Self.everything { #expect(file.lines.count <= 401, "\(file) has \(file.lines.count) lines") }
  }

  /// A file says what it is for: it begins with imports or a doc comment, and the first thing that it declares has one,
  /// unless that is an extension, or a command, whose specification or configuration says it.
  @Test func filesSayWhatTheyAreFor() {
    for file in Self.sources where !file.path.hasSuffix("/main.swift") {
      var hasComment = false
      for line in file.lines {
        let text = line.trimmingCharacters(in: .whitespaces)
        if text.hasPrefix("///") || text.hasPrefix("// ") { hasComment = true }
        let isImport = text.contains(#/^(@\w+\s+)*((public|package|internal|private|fileprivate)\s)?import\s/#)
        if text.isEmpty || text.hasPrefix("#") || text.hasPrefix("//") || text.hasPrefix("@") || isImport { continue }
        let isExtension = text.contains(#/^(public\s)?extension\s/#)
        let isCommand = text.hasSuffix("Command {")
        #expect(hasComment || isExtension || isCommand, "\(file): \(text)")
        break
      }
    }
  }

  @Test func namesAreNouns() {
    for file in Self.everything {
      let vague = file.types.filter { name in
        ["Manager", "Helper", "Helpers", "Util", "Utils", "Utilities"].contains { name.hasSuffix($0) }
      }
      #expect(vague.isEmpty, "\(file)")
      let name = file.url.deletingPathExtension().lastPathComponent
      #expect(!name.contains(/(Manager|Helpers?|Util(s|ities)?)$/), "\(file)")
    }
  }

  // MARK: - The package

  private static func folders(in folder: String) throws -> [String] {
    let root = SourceFile.package.appendingPathComponent(folder)
    return try FileManager.default.contentsOfDirectory(at: root, includingPropertiesForKeys: nil)
      .filter { url in (try? url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false }
      .map(\.lastPathComponent).filter { !$0.hasPrefix(".") }.sorted()
  }

  /// Every folder of sources and tests belongs to a target.
  @Test(arguments: ["Sources", "Tests"]) func everyFolderIsATarget(folder: String) throws {
    let manifest = try String(
      contentsOf: SourceFile.package.appendingPathComponent("Package.swift"), encoding: .utf8)
    for name in try Self.folders(in: folder) {
      let isNamed = manifest.contains("\"\(name)\"") || manifest.contains("\"\(folder)/\(name)\"")
      #expect(isNamed, "Package.swift knows no target \(name)")
    }
  }

  /// The units are one folder, built twice.
  @Test func theUnitsAreOneFolder() throws {
    let link = SourceFile.package.appendingPathComponent("Sources/UnitsV3").path
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "Units")
  }

  /// C is headers only; but Boost's shared memory can be laid out by C++ alone.
  @Test func thereIsNoCToCompile() throws {
    let files = FileManager.default.enumerator(
      at: SourceFile.package.appendingPathComponent("Sources"), includingPropertiesForKeys: nil)
    for case let file as URL in files ?? .init() where !file.path.contains("/CSharedInterface/") {
      #expect(!["c", "cc", "cpp", "cxx", "m", "mm", "s", "S"].contains(file.pathExtension), "\(file.path)")
    }
  }
}
