import ArgumentParser
import Logging

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs the server until it is interrupted (SIGINT or SIGTERM); then it fades out and exits 0.",
    discussion: "When it takes commands it prints one line with the word `ready` on standard output.")

  @OptionGroup var server: ServerOptions
  @OptionGroup var master: MasterOptions
  @OptionGroup var keyLock: KeyLockOptions
  @OptionGroup var device: DeviceOptions
  @OptionGroup var memory: MemoryOptions
  @OptionGroup var logging: LogOptions

  func run() async throws {
    let log = logging.makeLogger()
    let interrupts = Interrupts()
    do {
      let session = try LiveSession(
        device: device, decks: server.decks, tempo: server.bpm, interpolation: server.quality.interpolation,
        limiter: master.limiter, keyLock: keyLock.engine, buffers: memory.policy,
        sharesBuses: server.openScsynthPort != nil, log: log)
      let port: Int
      do {
        port = try await session.start(server)
      } catch {
        await session.stop()
        throw error
      }
      ReadyLine.tell(session, port: port)
      for await _ in interrupts.signals { break }
      // From here on a second signal ends the process at once.
      interrupts.end()
      log.info("stopping")
      await session.stop()
    } catch {
      throw Failure(error)
    }
  }
}
