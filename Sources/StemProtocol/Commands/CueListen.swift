import OSC

enum CueListen: StemCommand {
  static let specification = StemCommandSpecification(
    "/cue_listen",
    [.deck, StemParameter("on", .flag, standard: .number(1), "1 or 0")],
    """
    Puts a deck on the headphones, or takes it off: as it is behind its equaliser and before its level. Where the \
    headphones are is told by /route cue, or --outputs cue=3-4.
    """,
    reply: "/done /cue_listen deck on")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    guard let deck = arguments.deck("deck"), case .deck = try server.signal(deck.letter) else { return }
    let isOn = arguments.flag("on")
    server.mixer.router.listen(deck, isOn, in: &moment.changes)
    let reply: [OSCArgument] = [.string(deck.letter), isOn ? 1 : 0]
    moment.tell(.cueListen, reply)
    moment.answer(request) { $0.done(reply, "deck \(deck.letter) \(isOn ? "on" : "off")") }
  }
}
