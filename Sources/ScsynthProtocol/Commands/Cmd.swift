/// A command of a plug-in; there are no plug-ins.
enum Cmd: ScsynthCommand {
  static let address = "/cmd"
  static let number: Int32? = 4

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    throw .failed
  }
}
