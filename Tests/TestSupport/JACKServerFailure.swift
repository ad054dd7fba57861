/// Why a test gets no JACK server.
public struct JACKServerFailure: Error, CustomStringConvertible {
  public var description: String
}
