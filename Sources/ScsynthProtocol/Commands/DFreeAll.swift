/// Forgets all definitions.
enum DFreeAll: ScsynthCommand {
  static let address = "/d_freeAll"
  static let number: Int32? = 8

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    server.library.removeAll()
  }
}
