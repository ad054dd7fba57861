import OSC

enum DeckKnob: StemCommand {
  static let specification = StemCommandSpecification(
    "/deck_knob",
    [
      .deck,
      StemParameter("position", .number(-1...1), "−1 is left, 0 the middle, 1 right").ramping(.bends),
      StemParameter(
        "resonance", .number(0...1), standard: .absent,
        "how far the corner stands out: 0 not at all, 1 by 15 dB; it stays without, and is 0.2 at first"),
    ],
    """
    Turns a deck's filter knob, in 30 ms. To the left a low pass of 24 dB an octave closes from 20 kHz to 60 Hz, to the \
    right a high pass from 20 Hz to 10 kHz, evenly in octaves. In the middle the deck is untouched, to the bit.
    """,
    reply: "/done /deck_knob deck position resonance")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let deck = try server.require(arguments.deck("deck"))
    let position = Float(arguments.number("position"))
    let standing = server.mixer.settings[deck.rawValue].resonance
    let resonance = arguments.optionalNumber("resonance").map { Float($0) } ?? standing
    server.mixer.setKnob(position, resonance: resonance, of: deck, in: moment)
    moment.answer(request) {
      $0.done(
        [.string(deck.letter), .float32(position), .float32(resonance)],
        "deck \(deck.letter): \(position), resonance \(resonance)")
    }
  }

  static func current(_ parameter: String, _ leading: [OSCArgument], on server: StemServer) -> Double? {
    server.setting(of: leading.first) { Double($0.knob) }
  }
}
