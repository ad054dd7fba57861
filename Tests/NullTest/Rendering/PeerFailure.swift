/// Why a server rendered nothing.
public struct PeerFailure: Error, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }
}
