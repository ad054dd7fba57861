import OSC

enum Route: StemCommand {
  static let specification = StemCommandSpecification(
    "/route",
    [
      StemParameter("source", .signal, "master, cue (the headphones), or a deck's letter"),
      StemParameter(
        "channels", .rest, standard: .absent,
        "pairs of channels, from 1: 3-4, or 3 for both sides on one channel; none, or nothing, for nowhere"),
    ],
    """
    Sends a signal to these channels and to no others, without a click. Signals on one channel add up; a deck is heard \
    behind its level. Without /route or --outputs the master plays on channels 1 and 2. JACK's ports are named after \
    what they carry (master_1, cue_1, deck_a_1); their connections stay.
    """,
    reply: "/done /route source channels…")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let source = try server.signal(arguments.text("source"))
    guard source.isRoutable else {
      throw StemFailure("a stem plays on its deck: route master, cue or a deck's letter", about: [.string(source.text)])
    }
    let about: [OSCArgument] = [.string(source.text)]
    var pairs: [ChannelPair] = []
    for argument in arguments.rest where argument != .array([]) {
      let text = argument.asText ?? argument.asInteger.map { "\($0)" } ?? ""
      if text.lowercased() == "none" { continue }
      guard let pair = ChannelPair(text) else {
        throw StemFailure("\(argument) are no channels: write 1-2, or 3 for one channel", about: about)
      }
      let count = server.mixer.router.channels
      guard pair.channels <= count else {
        throw StemFailure(
          "there are no channels \(pair.text): the device has \(count) (start with --outputs for more)", about: about)
      }
      if !pairs.contains(pair) { pairs.append(pair) }
    }
    server.mixer.router.route(source, to: pairs, in: &moment.changes)
    let channels = pairs.map { OSCArgument.string($0.text) }
    moment.tell(.route, about + channels)
    moment.afterwards { [weak server] _ in
      guard let server else { return }
      let router = server.mixer.router
      server.whenRouted(OutputRoutes(router.routes).channelNames(router.channels))
    }
    moment.answer(request) {
      $0.done(about + channels, pairs.isEmpty ? "nowhere" : pairs.map(\.text).joined(separator: ", "))
    }
  }
}
