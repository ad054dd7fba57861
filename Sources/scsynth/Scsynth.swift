import Foundation
import ScsynthProtocol

/// SuperCollider's server, by its own name and command line.
@main
enum Scsynth {
  static func main() {
    switch ScsynthCommandLine.read(Array(CommandLine.arguments.dropFirst())) {
    case .exit(let text, let code):
      line(text)
      exit(code)
    case .run(let options):
      guard let score = options.score else {
        line("ERROR: only scores can be rendered")
        exit(1)
      }
      do {
        try ScoreRenderer(options, score, print: line).run()
      } catch {
        line("\(error)")
        exit(1)
      }
    }
  }

  private static func line(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }
}
