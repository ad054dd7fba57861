/// Why a server cannot be spoken to, in words that say what to do.
public enum StageError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Nobody listens there, or, with the reason, there is no way to it.
  case noServer(host: String, port: Int, reason: String?)
  /// Something is there, but does not answer this command in time.
  case silent(host: String, port: Int, command: String, seconds: Double)
  case connectionLost(host: String, port: Int)

  public var description: String {
    switch self {
    case .noServer(let host, let port, let reason):
      "no server answers at \(Self.address(host, port)): start one with `syrinx serve`"
        + (reason.map { " (\($0))" } ?? "")
    case .silent(let host, let port, let command, let seconds):
      "\(Self.address(host, port)) has not answered \(command) within \(PlanText.number(seconds)) s: "
        + "is it a Syrinx server, and is it well? Start one with `syrinx serve`"
    case .connectionLost(let host, let port):
      "the server at \(Self.address(host, port)) has closed the connection: start it again with `syrinx serve`"
    }
  }

  private static func address(_ host: String, _ port: Int) -> String {
    host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }
}
