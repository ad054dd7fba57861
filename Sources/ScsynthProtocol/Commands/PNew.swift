/// Makes parallel groups, which here are groups.
enum PNew: ScsynthCommand {
  static let address = "/p_new"
  static let number: Int32? = 63

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    try NewGroup.perform(&arguments, in: moment, on: server)
  }
}
