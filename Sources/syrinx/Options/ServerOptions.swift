import ArgumentParser
import OSCTransport
import StemProtocol

/// Where the server listens, and what it plays with.
struct ServerOptions: ParsableArguments {
  @Option(help: "UDP and TCP port; 0 takes a free one.")
  var port: Int = ServerOptions.standardPort

  @Option(
    help:
      "UDP and TCP port for SuperCollider's clients (57110 beside the standard port, else none); 0 takes a free one.")
  var scsynthPort: Int?

  @Option(help: "An address to listen at, again for more; without it this machine only (127.0.0.1 and ::1).")
  var bind: [String] = []

  @Option(help: "Two or four decks.")
  var decks: Int = 2

  @Option(help: "The clock's tempo in beats a minute, at which stems play at their own rate.")
  var bpm: Double = StemServer.standardTempo

  @Option(help: "How stems are read between their samples: cubic, sinc16, sinc32 or sinc64, from cheap to clean.")
  var quality: Quality = .sinc32

  @Option(help: "Record the master into this file: .wav, .rf64, .flac, .aiff …")
  var record: String?

  @Option(help: "The folder below which clients may record; without it anywhere.")
  var recordings: String?

  static let standardPort = 57_120
  static let standardScsynthPort = 57_110

  /// Where SuperCollider's clients are heard; nil: nowhere.
  var openScsynthPort: Int? { scsynthPort ?? (port == Self.standardPort ? Self.standardScsynthPort : nil) }

  var addresses: [String] { bind.isEmpty ? OSCServer.loopback : bind }

  /// Where programs of this machine reach the server.
  var nearHost: String {
    switch bind.first {
    case nil, "0.0.0.0": "127.0.0.1"
    case "::": "::1"
    case let address?: address
    }
  }

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("--port must be 0 to 65535, got \(port)") }
    guard (0...65_535).contains(scsynthPort ?? 0) else {
      throw ValidationError("--scsynth-port must be 0 to 65535, got \(scsynthPort ?? 0)")
    }
    guard decks == 2 || decks == 4 else { throw ValidationError("--decks must be 2 or 4, got \(decks)") }
    guard StemServer.tempos.contains(bpm) else { throw ValidationError("--bpm must be 1 to 999, got \(bpm)") }
  }
}
