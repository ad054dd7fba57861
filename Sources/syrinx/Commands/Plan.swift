import ArgumentParser
import RemixPlan

struct Plan: AsyncParsableCommand {
  enum Mode: String, ExpressibleByArgument, CaseIterable {
    case interactive, full, info
  }

  static let configuration = CommandConfiguration(
    abstract: "Plays a remix plan on a running server, or shows what is in it.",
    discussion: """
      interactive: a prompt (info, list, play N|NAME, full, stop, status, quit). full: the whole plan, with a display. \
      info: the plan, and every problem in it.
      """)

  @Argument(help: "The plan, a JSON file.")
  var file: String

  @Option(help: "interactive, full or info.")
  var mode: Mode = .interactive

  @Option(help: "Where the server runs.")
  var host: String = "localhost"

  @Option(help: "The server's port.")
  var port: Int = ServerOptions.standardPort

  func validate() throws {
    guard (1...65_535).contains(port) else { throw ValidationError("--port must be 1 to 65535, got \(port)") }
  }

  func run() async throws {
    let reading = PlanFile.read(file)
    do {
      switch mode {
      case .info:
        PlanInfo(reading: reading).print()
        if !reading.mistakes.isEmpty { throw ExitCode(1) }
      case .interactive:
        try await exit(with: PlanInteractive(reading: reading, host: host, port: port).run())
      case .full:
        try await exit(with: PlanFull(plan: reading.playable(), notes: reading.lines).run(host: host, port: port))
      }
    } catch let code as ExitCode {
      throw code
    } catch {
      throw Failure(error)
    }
  }

  private func exit(with code: Int32) throws {
    if code != 0 { throw ExitCode(code) }
  }
}
