/// Ends the server.
enum Quit: ScsynthCommand {
  static let address = "/quit"
  static let number: Int32? = 3

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    server.asynchronously(request, moment, isQuick: true, { true }) { [weak server] _, moment in
      moment.inTurn {
        request.done()
        server?.onQuit()
      }
    }
  }
}
