import ArgumentParser
import Demo
import Foundation

struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Writes three songs of our own making, as stems, and three plans that mix them.")

  @Argument(help: "The folder to write to; it is made if it is not there.")
  var folder: String

  func run() throws {
    let isTerminal = isatty(2) != 0
    func show(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
    do throws(DemoError) {
      let plans = try DemoCollection.write(to: folder) { step, done in
        if isTerminal { show("\r\u{1B}[K\(TextBar.text(done, columns: 30)) \(step)") }
      }
      if isTerminal { show("\r\u{1B}[K") }
      for plan in plans { print(plan) }
    } catch {
      throw Failure(error)
    }
  }
}
