import Foundation
import Testing

/// A client's session with our scsynth, in a home of its own.
struct ClientSession {
  private let program: String
  private let arguments: [String]
  private let folder: Folder
  private let server: String

  /// - Parameter file: of the folder `Clients`.
  init(_ program: String, _ options: [String], _ file: String) throws {
    let clients = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    self.program = program
    arguments = options + [clients.appendingPathComponent("Clients/\(file)").path]
    folder = try Folder()
    server = try #require(Program.built("scsynth"))
  }

  /// What the client prints until it ends, both streams; ended after a minute.
  ///
  /// - Parameter jack: the JACK server to play on; nil: none is needed.
  func run(_ jack: String?) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    var environment = ProcessInfo.processInfo.environment
    environment["QT_QPA_PLATFORM"] = "offscreen"
    environment["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    environment["HOME"] = folder.path
    environment["XDG_DATA_HOME"] = nil
    environment["PYTHONPATH"] = environment["SYRINX_PEERS"] ?? ".build/peers"
    environment["CLIENT_SERVER"] = server
    environment["CLIENT_PORT"] = "\(try ScsynthRun.freePort())"
    environment["CLIENT_FOLDER"] = folder.path
    environment["SYRINX_BACKEND"] = jack == nil ? "null" : "jack"
    environment["JACK_DEFAULT_SERVER"] = jack
    process.environment = environment
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let id = process.processIdentifier
    let limit = DispatchWorkItem { kill(id, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + 60, execute: limit)
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    limit.cancel()
    return output
  }
}
