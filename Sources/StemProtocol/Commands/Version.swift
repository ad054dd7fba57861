import OSC

enum Version: StemCommand {
  /// Of Syrinx.
  static let number = "0.1.0"

  static let specification = StemCommandSpecification(
    "/version", [], "Tells who answers here.", reply: "/version.reply name version")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    moment.answer(request) { $0.reply(OSCMessage("/version.reply", "syrinx", .string(number)), number) }
  }
}
