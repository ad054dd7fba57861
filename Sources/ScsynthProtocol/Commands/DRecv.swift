/// Takes definitions: the bytes of a SynthDef file.
enum DRecv: ScsynthCommand {
  static let address = "/d_recv"
  static let number: Int32? = 5

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    guard case .blob(let bytes)? = arguments.peek, !bytes.isEmpty else { throw .wrongArgumentType }
    arguments.skip()
    let completion = arguments.blob()
    server.defineSynths(request, moment, completion) { SynthDefSource.read(bytes, of: nil) }
  }
}
