import ArgumentParser
import Foundation
import ScsynthHost

struct ScsynthCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scsynth", abstract: "Is SuperCollider's server, with scsynth's own command line.",
    discussion: "`syrinx scsynth -h` tells its options.")

  @Argument(parsing: .captureForPassthrough, help: "scsynth's options.")
  var options: [String] = []

  func run() async throws {
    let code = await ScsynthProgram.run(options)
    if code != 0 { throw ExitCode(code) }
  }
}
