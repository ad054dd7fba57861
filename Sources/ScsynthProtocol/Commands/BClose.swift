import OSC

/// Closes the sound file that a buffer keeps open.
enum BClose: ScsynthCommand {
  static let address = "/b_close"
  static let number: Int32? = 33

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    let number = try server.bufferNumber(arguments.integer())
    let completion = arguments.blob()
    server.asynchronously(request, moment, isQuick: true, { true }) { [weak server] _, moment in
      server?.buffers.closeFile(of: number)
      server?.complete(request, completion, in: moment, .int32(number))
    }
  }
}
