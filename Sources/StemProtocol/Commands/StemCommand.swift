/// A command of the stem protocol: its whole life in one short file.
protocol StemCommand: SendableMetatype {
  static var specification: StemCommandSpecification { get }

  /// Checks, prepares, and puts what is to happen into the moment. Throws before anything has changed.
  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure)
}
