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
    // Behind what opens it.
    server.asynchronously(request, moment, isQuick: true, { true }) { [weak server] _, moment in
      server?.closeFile(of: number, request, in: moment) { moment in
        server?.complete(request, completion, in: moment, .int32(number))
      }
    }
  }
}
