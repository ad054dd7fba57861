import Control
import OSC

enum At: StemCommand {
  static let specification = StemCommandSpecification(
    "/at",
    [
      StemParameter(
        "seconds", .number(0...1e9), measure: "seconds", "on the server's clock (/clock), exact to the frame"),
      StemParameter("address", .text, "the command"),
      StemParameter("arguments", .rest, standard: .absent, "its arguments"),
    ],
    "Carries out a command at a time of the server's clock; those of the same time happen on the same sample.",
    reply: "what the command replies, when it has taken effect")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    guard let address = arguments.text("address"), address.hasPrefix("/") else {
      throw StemFailure("address must begin with /, as in /at 12.5 /play_stem 1001")
    }
    guard address != specification.address else { throw StemFailure("/at cannot be put off by another /at") }
    server.schedule(
      [OSCMessage(.path(address), arguments.rest)], server.frame(ofClock: arguments.number("seconds")), in: \.byFrame,
      from: request.client)
  }
}
