import Control
import Foundation
import StemProtocol
import Testing

/// The committed pages say what the tables say.
@Suite struct ReferenceTests {
  private func page(_ name: String) throws -> String {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: package.appendingPathComponent("Documentation/\(name)"), encoding: .utf8)
  }

  @Test func theProtocolsPageIsUpToDate() throws {
    let isSame = try page("StemProtocol.md") == StemReference.page
    #expect(isSame, "run `make docs` and commit Documentation/StemProtocol.md")
  }

  @Test func theUnitsPageIsUpToDate() throws {
    let isSame = try page("Units.md") == UnitReference.page
    #expect(isSame, "run `make docs` and commit Documentation/Units.md")
  }

  @Test(arguments: StemCommandTable.specifications.map(\.address)) func everyCommandIsComplete(address: String) throws {
    let command = try #require(StemCommandTable.specifications.first { $0.address == address })
    #expect(address.contains(/^\/[a-z_]+$/))
    #expect(command.summary.hasSuffix(".") && command.summary.count > 10)
    #expect(command.reply.contains("/") || command.reply.contains("what the command replies"))
    #expect(!command.reply.hasSuffix("."))
    #expect(Set(command.parameters.map(\.name)).count == command.parameters.count)
    for (index, parameter) in command.parameters.enumerated() {
      #expect(parameter.summary.count > 1 && !parameter.summary.hasSuffix("."), "\(parameter.name)")
      if case .rest = parameter.kind { #expect(index == command.parameters.count - 1) }
      if parameter.name.contains("second") || parameter.name == "duration" {
        #expect(parameter.measure == "seconds", "\(parameter.name)")
      }
      guard case .number(let standard) = parameter.standard else { continue }
      switch parameter.kind {
      case .number(let range): #expect(range.contains(standard), "\(parameter.name)")
      case .integer(let range): #expect(range.contains(Int(standard)), "\(parameter.name)")
      case .flag: #expect([0, 1].contains(standard), "\(parameter.name)")
      default: Issue.record("\(parameter.name) has a number for its default")
      }
    }
    #expect(StemReference.page.contains("### `\(address)"))
  }

  @Test func everyNotificationIsComplete() {
    #expect(Set(StemNotification.all.map(\.address)).count == StemNotification.all.count)
    for notification in StemNotification.all {
      #expect(notification.address.hasPrefix("/notify/") && notification.summary.hasSuffix("."))
      #expect(!notification.arguments.isEmpty && notification.arguments.allSatisfy { !$0.summary.isEmpty })
    }
  }
}
