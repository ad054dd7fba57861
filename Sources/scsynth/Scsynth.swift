import Foundation
import ScsynthHost

/// SuperCollider's server, by its own name and command line.
@main
enum Scsynth {
  static func main() async { exit(await ScsynthProgram.run(Array(CommandLine.arguments.dropFirst()))) }
}
