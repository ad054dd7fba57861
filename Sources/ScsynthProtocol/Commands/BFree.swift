import OSC

/// Frees a buffer.
enum BFree: ScsynthCommand {
  static let address = "/b_free"
  static let number: Int32? = 32

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    let number = try server.bufferNumber(arguments.integer())
    let completion = arguments.blob()
    server.replacingMemory(request, moment, isQuick: true, of: number, { .success(nil) }) { [weak server] _, moment in
      server?.setBuffer(number, nil, in: moment)
      server?.complete(request, completion, in: moment, .int32(number))
    }
  }
}
