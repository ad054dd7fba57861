/// An address and its arguments.
public struct OSCMessage: Sendable, Hashable {
  public var address: OSCAddress
  public var arguments: [OSCArgument]

  public init(_ address: OSCAddress, _ arguments: [OSCArgument]) {
    self.address = address
    self.arguments = arguments
  }

  public init(_ address: OSCAddress, _ arguments: OSCArgument...) {
    self.init(address, arguments)
  }
}

extension OSCMessage: CustomStringConvertible {
  /// As a log prints it: `/load_buffer 1007 "stems/bass.wav" "bass"`.
  public var description: String {
    arguments.isEmpty ? "\(address)" : "\(address) \(OSCArgument.list(arguments))"
  }
}
