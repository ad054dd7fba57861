import OSC

/// Tells how the server does: `/status.reply`.
enum Status: ScsynthCommand {
  static let address = "/status"
  static let number: Int32? = 2

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    server.asynchronously(request, moment, isQuick: true, { true }) { [weak server] _, moment in
      moment.inTurn {
        if let server { request.reply(OSCMessage("/status.reply", server.statusArguments())) }
      }
    }
  }
}
