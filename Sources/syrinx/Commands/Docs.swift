import ArgumentParser
import Control
import Foundation
import StemProtocol

struct Docs: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes the reference pages of the protocol and of the units, as Markdown.")

  @Argument(help: "The folder to write to.")
  var folder: String

  func run() throws {
    let url = URL(fileURLWithPath: folder)
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      for (name, page) in [("StemProtocol.md", StemReference.page), ("Units.md", UnitReference.page)] {
        try Data(page.utf8).write(to: url.appendingPathComponent(name))
      }
    } catch {
      throw Failure("cannot write to \(folder): \(error.localizedDescription)")
    }
  }
}
