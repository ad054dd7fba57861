import ArgumentParser
import StemProtocol

@main
struct Syrinx: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "syrinx",
    abstract: "An audio server for people who mix with code: stems, decks and remix plans over OSC.",
    version: "syrinx \(StemServer.version)",
    subcommands: [
      Serve.self, Play.self, Plan.self, Render.self, DemoCommand.self, Devices.self, Check.self, Docs.self,
      ScsynthCommand.self,
    ])
}
