/// Forgets definitions; what plays of them plays on.
enum DFree: ScsynthCommand {
  static let address = "/d_free"
  static let number: Int32? = 53

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    while !arguments.isAtEnd {
      guard let name = arguments.text() else { throw .synthDefNotFound }
      server.library.remove(name)
    }
    server.tellForgotten()
  }
}
