import Logging
import OSC

enum GetRoutes: StemCommand {
  static let specification = StemCommandSpecification(
    "/get_routes", [], "Tells where every signal goes.",
    reply: "for each signal that goes somewhere /get_routes.reply source channels…, then /done /get_routes count")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    moment.answer(request) { [weak server] request in
      guard let server else { return }
      let routes = server.mixer.router.routes.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
      for (source, pairs) in routes {
        request.replyPart(
          OSCMessage("/get_routes.reply", [.string(source.text)] + pairs.map { .string($0.text) }))
      }
      request.done([.integer(routes.count)], "\(routes.count) routes", level: .debug)
    }
  }
}
