import OSC

/// A command of the stem protocol: its whole life in one short file.
protocol StemCommand: SendableMetatype {
  static var specification: StemCommandSpecification { get }

  /// Checks, prepares, and puts what is to happen into the moment. Throws before anything has changed.
  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure)

  /// What a parameter that can be ramped is now, with these arguments before it; nil when only the commands sent so far
  /// tell.
  static func current(_ parameter: String, _ leading: [OSCArgument], on server: StemServer) -> Double?
}

extension StemCommand {
  static func current(_ parameter: String, _ leading: [OSCArgument], on server: StemServer) -> Double? { nil }
}
