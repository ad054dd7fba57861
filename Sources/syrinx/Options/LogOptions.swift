import ArgumentParser
import Logging

/// How much the log says, and in which form. It goes to standard error.
struct LogOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Flag(help: "Log nothing but what went wrong.")
  var quiet = false

  @Flag(help: "Log everything.")
  var verbose = false

  @Option(help: "A readable line, or one JSON object, for each thing that happens.")
  var logFormat: Format = .text

  func makeLogger() -> Logger {
    let level: Logger.Level = verbose ? .debug : quiet ? .error : .info
    let format = logFormat
    return Logger(label: "syrinx") { _ in
      switch format {
      case .text: TextLogHandler(level: level)
      case .json: JSONLogHandler(level: level)
      }
    }
  }
}
