import OSC
import OSCTransport

/// A client of the stem protocol that waits for every answer.
struct StemConnection: Sendable {
  struct NoAnswer: Error, CustomStringConvertible {
    var description: String
  }

  let client: OSCClient

  static func open(host: String = "127.0.0.1", port: Int, _ kind: OSCTransportKind = .tcp) async throws -> Self {
    StemConnection(client: try await OSCClient.connect(host: host, port: port, transport: kind))
  }

  /// The commands that have a reply of their own.
  private static let replies = [
    "/clock": "/clock.reply", "/get_status": "/get_status.reply", "/version": "/version.reply",
  ]

  /// What came up to the answer.
  func messages(_ command: OSCMessage, answerTo address: String? = nil) async throws -> [OSCMessage] {
    let address = address ?? "\(command.address)"
    let reply = OSCAddress.path(address == "/sync" ? "/synced" : Self.replies[address] ?? "/done")
    @Sendable func isAnswer(_ message: OSCMessage) -> Bool {
      if message.address == reply { return reply != "/done" || message.arguments.first?.asText == address }
      return message.address == "/fail" && message.arguments.first?.asText == address
    }
    let messages = await client.request(command, until: isAnswer, timeoutSeconds: 60)
    guard let last = messages.last, isAnswer(last) else { throw NoAnswer(description: "no answer to \(command)") }
    return messages
  }

  @discardableResult
  func ask(_ address: String, _ arguments: OSCArgument...) async throws -> OSCMessage {
    try await messages(OSCMessage(.path(address), arguments)).last ?? OSCMessage("/nothing")
  }

  func send(_ address: String, _ arguments: OSCArgument...) { client.send(OSCMessage(.path(address), arguments)) }

  func status() async throws -> [String: OSCArgument] {
    let arguments = try await ask("/get_status").arguments
    var values: [String: OSCArgument] = [:]
    for index in stride(from: 0, to: arguments.count - 1, by: 2) {
      values[arguments[index].asText ?? ""] = arguments[index + 1]
    }
    return values
  }

  /// Frames rendered.
  func frames() async throws -> Int { try await ask("/clock").arguments.dropFirst(2).first?.asInteger ?? 0 }

  /// The `/get_stems.reply` of one id.
  func stem(_ id: Int) async throws -> [OSCArgument]? {
    try await messages(OSCMessage("/get_stems")).first {
      $0.address == "/get_stems.reply" && $0.arguments.first?.asInteger == id
    }?.arguments
  }

  /// Asks until it is so; gives up after a minute.
  func wait(_ what: String, until isSo: (Self) async throws -> Bool) async throws {
    let deadline = ContinuousClock.now + .seconds(60)
    while try await !isSo(self) {
      guard ContinuousClock.now < deadline else { throw NoAnswer(description: "never: \(what)") }
    }
  }

  func waitUntilItSounds(_ id: Int) async throws {
    try await wait("stem \(id) sounds") { connection in
      guard let stem = try await connection.stem(id) else { return false }
      return stem[3].asInteger == 1 && (stem[7].asNumber ?? 0) > 0
    }
  }

  /// As `waitUntilItSounds`, for a stem that may be silent.
  func waitUntilItPlays(_ id: Int) async throws {
    try await wait("stem \(id) plays") { try await $0.stem(id)?[3].asInteger == 1 }
  }

  func close() async { await client.close() }
}
