import ArgumentParser
import Foundation
import Logging
import OSCTransport
import RemixPlan

struct Play: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Starts a server and plays a remix plan on it, in one go.")

  @Argument(help: "The plan, a JSON file.")
  var file: String

  @OptionGroup var server: ServerOptions
  @OptionGroup var master: MasterOptions
  @OptionGroup var keyLock: KeyLockOptions
  @OptionGroup var device: DeviceOptions
  @OptionGroup var memory: MemoryOptions
  @OptionGroup var logging: LogOptions

  @Flag(help: "Open a prompt instead of playing the whole plan.")
  var interactive = false

  func run() async throws {
    let reading = PlanFile.read(file)
    do {
      let plan = try reading.playable()
      let log = makeLogger()
      for problem in reading.lines { log.notice("\(problem)") }
      let session = try LiveSession(
        device: device, decks: server.decks, tempo: server.bpm, interpolation: server.quality.interpolation,
        limiter: master.limiter, keyLock: keyLock.engine, buffers: memory.policy,
        sharesBuses: server.openScsynthPort != nil, log: log)
      let port = try await start(session, log)
      ReadyLine.tell(session, port: port)
      let code: Int32
      do {
        if interactive {
          code = try await PlanInteractive(reading: reading, host: server.nearHost, port: port).run()
        } else {
          code = try await PlanFull(plan: plan).run(host: server.nearHost, port: port)
        }
      } catch {
        await session.stop()
        throw error
      }
      await session.stop()
      if code != 0 { throw ExitCode(code) }
    } catch let code as ExitCode {
      throw code
    } catch {
      throw Failure(error)
    }
  }

  /// The display says what happens: of the server's own log only warnings are of use beside it.
  private func makeLogger() -> Logger {
    var log = logging.makeLogger()
    if !logging.verbose && !logging.quiet { log.logLevel = .notice }
    return log
  }

  /// Whoever plays a plan does not need a certain port: when the usual one is taken, a free one does.
  private func start(_ session: LiveSession, _ log: Logger) async throws -> Int {
    do {
      return try await session.start(server)
    } catch let error as OSCTransportError {
      guard case .portInUse = error, server.port == ServerOptions.standardPort else {
        await session.stop()
        throw error
      }
      log.notice("port \(server.port) is in use, by another server perhaps: taking a free one")
      var other = server
      other.port = 0
      return try await session.start(other)
    } catch {
      await session.stop()
      throw error
    }
  }
}
