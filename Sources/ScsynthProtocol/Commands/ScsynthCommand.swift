/// A command of scsynth's: its whole life in one short file.
protocol ScsynthCommand: SendableMetatype {
  /// With the slash.
  static var address: String { get }

  /// The integer address that means the same; nil: none.
  static var number: Int32? { get }

  /// Checks, prepares, and puts what is to happen into the moment.
  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure)
}
