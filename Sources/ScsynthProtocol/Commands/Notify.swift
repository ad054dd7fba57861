import OSC

/// Begins or ends to tell a client what happens: flag, and the number that it would like to have.
enum Notify: ScsynthCommand {
  static let address = "/notify"
  static let number: Int32? = 1

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    let begins = arguments.integer() != 0
    let wanted: Int32? = arguments.isAtEnd ? nil : arguments.integer()
    server.asynchronously(request, moment, isQuick: true, { true }) { [weak server] _, moment in
      guard let server else { return }
      moment.inTurn {
        if begins {
          begin(request, wanted, server)
        } else if server.notified.remove(request.client) {
          request.done()
        } else {
          request.fail(.line("not registered"), silently: "not registered")
        }
      }
    }
  }

  private static func begin(_ request: ScsynthRequest, _ wanted: Int32?, _ server: ScsynthServer) {
    if let number = server.notified.number(of: request.client) {
      request.fail(
        .line("notify: already registered", number: number), silently: "/notify : already registered")
      return
    }
    guard let number = server.notified.add(request.client, wanting: wanted) else {
      request.fail(.line("too many users"), silently: "too many users")
      return
    }
    request.done(.int32(number), .int32(Int32(server.notified.capacity)))
  }
}
