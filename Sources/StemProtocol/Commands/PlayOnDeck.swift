import Foundation
import OSC

enum PlayOnDeck: StemCommand {
  static let specification = StemCommandSpecification(
    "/play",
    [.deck, .path, .at],
    """
    Reads a file into the deck's first id (A 100, B 1100, C 2100, D 3100), and starts it then at volume 0.8, looped; once \
    its audio is there, if that is later.
    """,
    reply: "/done /play id, once it sounds")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let deck = try server.require(arguments.deck("deck"))
    let path = try arguments.path(about: deck.firstStem)
    var failure: StemFailure?
    let part = StemRequest(partOf: request) { answer in
      if case .failed(let reason) = answer { failure = reason }
    }
    server.load(path, name: URL(fileURLWithPath: path).lastPathComponent, into: deck.firstStem, part)
    if let failure { throw failure }
    let start = StemStart(rate: 1, volume: 0.8, loops: true, position: .fraction(0), sectionSeconds: nil)
    let at = arguments.optionalNumber("at").map { server.frame(ofClock: $0) }
    try server.start(deck.firstStem, start, request, at: at, in: moment)
  }
}
