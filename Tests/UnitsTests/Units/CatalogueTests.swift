import Foundation
import RealTime
import Testing

/// The catalogue, the audit and the sources tell of the same units.
@Suite struct CatalogueTests {
  private static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/Units")

  private static func names(_ pattern: Regex<(Substring, Substring)>, in text: String) -> [String] {
    text.matches(of: pattern).map { String($0.1) }
  }

  /// The sources of the catalogue, one file a family.
  private static func catalogue() throws -> String {
    try FileManager.default.contentsOfDirectory(
      at: folder.appendingPathComponent("Catalogue"), includingPropertiesForKeys: nil
    )
    .map { try String(contentsOf: $0, encoding: .utf8) }.joined(separator: "\n")
  }

  @Test func theAuditCallsEveryUnit() throws {
    let audited = Self.names(/(?m)^    (\w+)\.run\(/, in: try Self.catalogue())
    #expect(audited.sorted() == UnitBuilds.baseline.map(\.specification.name).sorted())
  }

  @Test func theAuditCallsEveryStart() throws {
    let audited = Self.names(/(?m)^    (\w+)\.runStart\(/, in: try Self.catalogue())
    let starting = UnitBuilds.baseline.filter { $0.startThunk != nil }
    #expect(audited.sorted() == starting.map(\.specification.name).sorted())
  }

  @Test func theAuditCallsEveryStop() throws {
    let audited = Self.names(/(?m)^    (\w+)\.runStop\(/, in: try Self.catalogue())
    let stopping = UnitBuilds.baseline.filter { $0.stopThunk != nil }
    #expect(audited.sorted() == stopping.map(\.specification.name).sorted())
  }

  @Test func theCatalogueHoldsEveryUnit() throws {
    let files = FileManager.default.enumerator(at: Self.folder, includingPropertiesForKeys: nil)
    var units: [String] = []
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      units += Self.names(/public struct (\w+): \w*(?:UnitGenerator|Filter|EngineFact) \{/, in: text)
    }
    #expect(units.sorted() == UnitBuilds.baseline.map(\.specification.name).sorted())
    #expect(Set(units).count == units.count)
  }

  @Test func bothBuildsHoldTheSame() {
    let (one, other) = (UnitBuilds.baseline, UnitBuilds.v3)
    #expect(one.map(\.specification.name) == other.map(\.specification.name))
    for (unit, twin) in zip(one, other) {
      #expect(unit.stateBytes == twin.stateBytes && unit.stateAlignment == twin.stateAlignment)
      #expect(unit.specification.inputs.map(\.name) == twin.specification.inputs.map(\.name))
      #expect(unit.specification.outputs == twin.specification.outputs)
    }
  }

  @Test(arguments: UnitBuilds.baseline.map(\.specification.name)) func everyUnitDescribesItself(name: String) {
    let specification = UnitBuilds.unit(name).specification
    #expect(specification.summary.hasSuffix("."))
    #expect(!specification.rates.isEmpty)
    for input in specification.inputs {
      #expect(!input.name.isEmpty && input.summary.hasSuffix(".") && !input.rates.isEmpty)
      #expect(input.range.contains(Double(input.standard)), "\(name), \(input.name)")
    }
    let inputs = specification.inputs.map(\.name)
    #expect(Set(inputs).count == inputs.count)
  }
}
