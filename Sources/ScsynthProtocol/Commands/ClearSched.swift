/// Drops all bundles that wait for their time.
enum ClearSched: ScsynthCommand {
  static let address = "/clearSched"
  static let number: Int32? = 51

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    server.schedule.clear()
  }
}
