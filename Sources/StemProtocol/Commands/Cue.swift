import Foundation
import OSC

enum Cue: StemCommand {
  static let specification = StemCommandSpecification(
    "/cue",
    [
      .deck, .path, StemParameter("start", .number(StemPosition.numbers), standard: .number(0), "where to stand ready"),
      .unit(standard: .fraction),
    ],
    "Reads a file into the deck's first id (A 100, B 1100, C 2100, D 3100) and stands ready at a place of it, for /start_group. Until it starts neither --evict nor /memory_cleanup takes it.",
    reply: "/done /cue id frames channels sample_rate megabytes, once the audio is in memory")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let deck = try server.require(arguments.deck("deck"))
    let path = try arguments.path(about: deck.firstStem)
    let position = try arguments.position("start", of: nil, on: server)
    server.cues[deck] = StemStart(rate: 1, volume: 0.8, loops: true, position: position, sectionSeconds: nil)
    server.cuedStems.insert(deck.firstStem)
    let part = StemRequest(partOf: request) { [weak server] answer in
      switch answer {
      case .done(let arguments, let summary): request.done(arguments, "deck \(deck.letter) stands ready: \(summary)")
      case .failed(let failure):
        server?.cues[deck] = nil
        server?.cuedStems.remove(deck.firstStem)
        request.fail(failure)
      }
    }
    server.load(path, name: URL(fileURLWithPath: path).lastPathComponent, into: deck.firstStem, part)
  }
}
