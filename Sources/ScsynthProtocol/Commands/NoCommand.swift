/// Does nothing: the last bundle of a score, which tells how long it is.
enum NoCommand: ScsynthCommand {
  static let address = "/none"
  static let number: Int32? = 0

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
  }
}
