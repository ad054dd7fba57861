import OSC

/// Tells about buffers: `/b_info (number frames channels rate)…`.
enum BQuery: ScsynthCommand {
  static let address = "/b_query"
  static let number: Int32? = 47

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    var numbers: [Int32] = []
    while !arguments.isAtEnd { numbers.append(arguments.integer()) }
    moment.inTurn { [weak server] in
      guard let server else { return }
      request.reply(OSCMessage("/b_info", numbers.flatMap { server.bufferInfo($0) }))
    }
  }
}
