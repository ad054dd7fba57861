import OSC

/// Answers when all asynchronous commands before it are done: `/synced id`.
enum Sync: ScsynthCommand {
  static let address = "/sync"
  static let number: Int32? = 52

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    let id = arguments.integer()
    server.asynchronously(request, moment, isQuick: true, { true }) { [weak server] _, moment in
      server?.behindClosing(moment) { request.reply(OSCMessage("/synced", .int32(id))) }
    }
  }
}
