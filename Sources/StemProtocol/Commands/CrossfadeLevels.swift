import OSC

enum CrossfadeLevels: StemCommand {
  static let specification = StemCommandSpecification(
    "/crossfade_levels",
    [
      StemParameter("deck_a", .number(StemParameter.anyVolume), "gain of deck A").ramping(.parts),
      StemParameter("deck_b", .number(StemParameter.anyVolume), "gain of deck B").ramping(.parts),
    ],
    "Glides the levels of decks A and B in 20 ms. Before the first one both are at 1.",
    reply: "/done /crossfade_levels deck_a deck_b")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let levels = [Float(arguments.number("deck_a")), Float(arguments.number("deck_b"))]
    server.setLevel(levels[0], of: .a, in: moment)
    server.setLevel(levels[1], of: .b, in: moment)
    moment.answer(request) { $0.done([.float32(levels[0]), .float32(levels[1])], "A \(levels[0]), B \(levels[1])") }
  }

  static func part(
    _ parameter: String, _ leading: [OSCArgument]
  ) -> (command: any StemCommand.Type, leading: [OSCArgument]) {
    (DeckLevel.self, [.string(parameter == "deck_a" ? "A" : "B")])
  }
}
