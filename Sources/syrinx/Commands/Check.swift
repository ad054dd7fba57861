import ArgumentParser
import AudioIO
import Foundation
import Logging
import OSCTransport

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs through every command of the stem protocol, and says for each what came back.",
    discussion: """
      Speaks to a running server; without --host and --port, and when none answers at the usual port, to one of its own. \
      What plays there is left alone: the sound is a test tone that check makes itself, in buffers that are free, and \
      commands that would stop other sounds are tried only on a server of its own, or with --all. A server on another \
      machine cannot read the tone's file. Exits 0 when every answer was as it should be.
      """)

  @Option(help: "Where the server runs.")
  var host: String?

  @Option(help: "The server's port.")
  var port: Int?

  @Flag(help: "Try also what stops everything that plays, on a running server too.")
  var all = false

  @OptionGroup(title: "Options of a server of its own") var device: DeviceOptions

  func validate() throws {
    if let port, !(1...65_535).contains(port) { throw ValidationError("--port must be 1 to 65535, got \(port)") }
  }

  func run() async throws {
    do {
      let report = CheckReport()
      let place = CheckPlace(host: host ?? "localhost", port: port ?? ServerOptions.standardPort)
      if host != nil || port != nil {
        report.say("the server at \(place), \(try await place.greet())")
        try await check(place, isOwn: false, report)
      } else if let name = try? await place.greet() {
        report.say("the server at \(place), \(name)")
        try await check(place, isOwn: false, report)
      } else {
        try await checkOwn(report)
      }
      report.end()
      if !report.isGood { throw ExitCode(1) }
    } catch let code as ExitCode {
      throw code
    } catch {
      throw Failure(error)
    }
  }

  private func checkOwn(_ report: CheckReport) async throws {
    // The mistakes among the commands are no news.
    var log = Logger(label: "syrinx") { _ in TextLogHandler(level: .error) }
    log.logLevel = .error
    let session = try LiveSession(device: device, decks: 2, log: log)
    let place = CheckPlace(host: "127.0.0.1", port: try await session.start(ServerOptions.parse(["--port", "0"])))
    report.say(
      "no server answers at port \(ServerOptions.standardPort): one of its own, \(session.backendName) "
        + "“\(session.format.deviceName)”, \(Int(session.format.sampleRate)) Hz")
    if let warning = session.warning { report.say(warning) }
    do {
      try await check(place, isOwn: true, report)
    } catch {
      await session.stop()
      throw error
    }
    await session.stop()
  }

  private func check(_ place: CheckPlace, isOwn: Bool, _ report: CheckReport) async throws {
    let sound = try CheckSound()
    defer { sound.remove() }
    for kind in [OSCTransportKind.udp, .tcp] {
      report.say(kind == .udp ? "over UDP" : "over TCP")
      let client = try await OSCClient.connect(host: place.host, port: place.port, transport: kind)
      await ServerCheck(client: client, sound: sound, isOwn: isOwn, stopsAll: isOwn || all, report: report).run()
      await client.close()
    }
  }
}
