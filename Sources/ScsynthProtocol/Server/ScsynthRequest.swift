import OSC

/// One command of one client, until it has been answered or has failed.
final class ScsynthRequest {
  /// As a path, even where the client sent a number.
  let address: String
  let client: ScsynthClient
  /// Whether failures are told.
  let tellsFailures: Bool
  private unowned let server: ScsynthServer
  private(set) var hasFailed = false

  init(_ address: String, _ client: ScsynthClient, tellsFailures: Bool, _ server: ScsynthServer) {
    self.address = address
    self.client = client
    self.tellsFailures = tellsFailures
    self.server = server
  }

  func reply(_ message: OSCMessage) { client.send(message) }

  /// `/done ADDRESS …`.
  func done(_ arguments: OSCArgument...) { answer(arguments) }

  func answer(_ arguments: [OSCArgument]) { client.send(OSCMessage("/done", [.string(address)] + arguments)) }

  /// `/fail ADDRESS REASON …`, whether or not failures are told, with a line of its own.
  func fail(_ failure: ScsynthFailure, silently line: String) {
    hasFailed = true
    send(failure)
    server.output(line)
  }

  /// `/fail ADDRESS REASON …`, once, and a line.
  func fail(_ failure: ScsynthFailure) {
    guard !hasFailed else { return }
    hasFailed = true
    guard tellsFailures || failure.isLine else { return }
    send(failure)
    server.output(failure.isLine ? failure.reason : "FAILURE IN SERVER \(address) \(failure.reason)")
  }

  private func send(_ failure: ScsynthFailure) {
    var arguments: [OSCArgument] = [
      .string(address), .string(failure.isLine ? failure.reason + "\n" : failure.reason),
    ]
    if let number = failure.buffer { arguments.append(.int32(number)) }
    client.send(OSCMessage("/fail", arguments))
  }
}
