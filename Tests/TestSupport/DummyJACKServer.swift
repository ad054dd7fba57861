import CJACK
import Foundation
import Synchronization

/// A real JACK server on the dummy driver: paced by the clock, no sound card needed.
///
/// libjack can talk to one server at a time in a process, so servers run one after another: `run` waits its turn.
public final class DummyJACKServer: Sendable {
  /// For `JackServerName` and JACK_DEFAULT_SERVER.
  public let name: String
  private let arguments: String
  private let process: Mutex<JACKServerProcess>
  private let isCrashed = Atomic<Bool>(false)

  private static let turns = TestTurns()
  private static let serial = Atomic<Int>(0)

  /// Starts a server, waits until it takes clients, and ends it behind `body`.
  ///
  /// - waitsForClients: a cycle lasts until every client is done (jackd's `-S`), so that no sample gets lost on a busy
  ///   machine.
  /// - Throws: when there is no jackd, what to run to get it.
  public static func run<Result: Sendable>(
    sampleRate: Int = 44100, periodFrames: Int = 256, waitsForClients: Bool = true,
    _ body: @Sendable (DummyJACKServer) async throws -> Result
  ) async throws -> Result {
    await turns.take()
    let outcome: Swift.Result<Result, any Error>
    do {
      let server = try DummyJACKServer(
        "\(waitsForClients ? "-S " : "")-d dummy -r \(sampleRate) -p \(periodFrames)")
      defer { server.stop() }
      outcome = .success(try await body(server))
    } catch {
      outcome = .failure(error)
    }
    await turns.pass()
    return try outcome.get()
  }

  private init(_ arguments: String) throws {
    syrinx_jack_silence()
    name = "syrinx-\(getpid())-\(Self.serial.add(1, ordering: .relaxed).newValue)"
    self.arguments = arguments
    process = Mutex(try JACKServerProcess(name: name, arguments: arguments))
  }

  /// As a crash would: no goodbye to the clients.
  public func crash() {
    isCrashed.store(true, ordering: .relaxed)
    process.withLock { $0.kill() }
  }

  /// Starts a server of the same name in the place of one that has crashed; returns when it takes clients.
  public func restart() throws {
    try process.withLock { process in
      process.end()
      process = try JACKServerProcess(name: name, arguments: arguments)
    }
    isCrashed.store(false, ordering: .relaxed)
  }

  /// As a user would. Twice does nothing.
  public func stop() {
    let isPeaceful = process.withLock { $0.end() }
    if isCrashed.exchange(false, ordering: .relaxed) || !isPeaceful {
      // JACK keeps a crashed server's place, of eight on a machine, until one of the same name ends in peace.
      try? JACKServerProcess(name: name, arguments: arguments).end()
    }
    for file in (try? FileManager.default.contentsOfDirectory(atPath: "/dev/shm")) ?? []
    where file.contains("_\(name)_") {
      try? FileManager.default.removeItem(atPath: "/dev/shm/\(file)")
    }
  }
}
