/// Takes definitions from all `.scsyndef` files below a folder.
enum DLoadDir: ScsynthCommand {
  static let address = "/d_loadDir"
  static let number: Int32? = 7

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    guard let folder = arguments.text() else { throw .wrongArgumentType }
    let completion = arguments.blob()
    let path = server.jailed(folder)
    server.defineSynths(request, moment, completion) { SynthDefSource.load(folder: path) }
  }
}
