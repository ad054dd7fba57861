import OSC
import OSCTransport

/// Where the server is that is checked.
struct CheckPlace: CustomStringConvertible {
  let host: String
  let port: Int

  var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

  /// Its name and version.
  ///
  /// - Throws: a `Failure` when nobody answers there, or not as a server would.
  func greet() async throws -> String {
    let client: OSCClient
    do throws(OSCTransportError) {
      client = try await OSCClient.connect(host: host, port: port, transport: .tcp)
    } catch {
      let reason = if case .refused = error { "" } else { " (\(error))" }
      throw Failure("no server answers at \(self): start one with `syrinx serve --port \(port)`\(reason)")
    }
    let seconds = 3.0
    let reply = await client.request(
      OSCMessage("/version"), until: { $0.address == "/version.reply" }, timeoutSeconds: seconds
    ).last
    await client.close()
    guard let reply, reply.address == "/version.reply" else {
      throw Failure(
        "what listens at \(self) does not answer /version: it is no Syrinx server; start one with "
          + "`syrinx serve --port N` on another port")
    }
    return reply.arguments.map { $0.asText ?? "\($0)" }.joined(separator: " ")
  }
}
