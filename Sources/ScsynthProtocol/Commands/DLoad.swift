/// Takes definitions from a file, or from all that a pattern fits.
enum DLoad: ScsynthCommand {
  static let address = "/d_load"
  static let number: Int32? = 6

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    guard let pattern = arguments.text() else { throw .wrongArgumentType }
    let completion = arguments.blob()
    let path = server.jailed(pattern)
    server.defineSynths(request, moment, completion) { SynthDefSource.load(pattern: path) }
  }
}
