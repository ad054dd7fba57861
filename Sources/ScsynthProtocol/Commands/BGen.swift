import OSC

/// Fills a buffer: number, name of the filling (`sine1`, `sine2`, `sine3`, `cheby`, `copy`, `normalize`, `wnormalize`), its arguments.
enum BGen: ScsynthCommand {
  static let address = "/b_gen"
  static let number: Int32? = 38

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    let number = try server.bufferNumber(arguments.integer())
    guard let name = arguments.text() else { throw .wrongArgumentType }
    guard let filling = try BufferFilling(name, &arguments, server.buffers) else {
      throw ScsynthFailure("buf gen routine not found")
    }
    server.asynchronously(request, moment, isQuick: false, of: number) { buffer in
      if let buffer { filling.fill(buffer) }
    } then: { [weak server] _, moment in
      server?.complete(request, nil, in: moment, .int32(number))
    }
  }
}
