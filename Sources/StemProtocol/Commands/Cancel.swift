import OSC

enum Cancel: StemCommand {
  static let specification = StemCommandSpecification(
    "/cancel", [], "Drops everything that waits for its time: /at and bundles with time tags in the future.",
    reply: "/done /cancel count")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let count = server.byFrame.clear() + server.byHostTime.clear()
    moment.answer(request) { $0.done([.integer(count)], "\(count) commands dropped") }
  }
}
