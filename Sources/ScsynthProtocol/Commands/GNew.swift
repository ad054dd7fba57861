/// Makes groups: triples of id, add action and target.
enum GNew: ScsynthCommand {
  static let address = "/g_new"
  static let number: Int32? = 21

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    try NewGroup.perform(&arguments, in: moment, on: server)
  }
}
