import OSC

/// What a ramp changes: a parameter of a command, with the arguments before it.
struct RampTarget: Hashable {
  let address: String
  /// The arguments before the parameter, as one client may write them and another.
  let leading: [String]

  init(_ address: String, _ leading: some Sequence<OSCArgument>) {
    self.address = address
    self.leading = leading.map { argument in
      if let number = argument.asNumber { return "\(number)" }
      return argument.asText?.uppercased() ?? "\(argument)"
    }
  }

  /// Whether a command with these arguments is about the same thing.
  func isMet(by arguments: [OSCArgument]) -> Bool {
    arguments.count > leading.count && RampTarget(address, arguments.prefix(leading.count)) == self
  }
}
