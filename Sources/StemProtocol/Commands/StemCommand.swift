import OSC

/// A command of the stem protocol: its whole life in one short file.
protocol StemCommand: SendableMetatype {
  static var specification: StemCommandSpecification { get }

  /// Checks, prepares, and puts what is to happen into the moment. Throws before anything has changed.
  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure)

  /// What a parameter that can be ramped is now, with these arguments before it; nil when nobody knows.
  static func current(_ parameter: String, _ leading: [OSCArgument], on server: StemServer) -> Double?

  /// The command that changes this parameter and nothing else, with the arguments before its number: of a command with
  /// several numbers each is ramped by itself.
  static func part(_ parameter: String, _ leading: [OSCArgument]) -> (
    command: any StemCommand.Type, leading: [OSCArgument]
  )
}

extension StemCommand {
  static func current(_ parameter: String, _ leading: [OSCArgument], on server: StemServer) -> Double? { nil }

  static func part(
    _ parameter: String, _ leading: [OSCArgument]
  ) -> (command: any StemCommand.Type, leading: [OSCArgument]) { (Self.self, leading) }
}
