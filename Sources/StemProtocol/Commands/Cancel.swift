import OSC

enum Cancel: StemCommand {
  static let specification = StemCommandSpecification(
    "/cancel", [],
    "Drops everything that waits for its time: /at, bundles with time tags in the future, starts that wait for the grid.",
    reply: "/done /cancel count")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let starts = server.waitingGroups.filter { $0.line != nil }.flatMap(\.starts)
    for start in starts { server.dropStart(of: start.stem, because: "dropped by /cancel before its beat") }
    let count = server.byFrame.clear() + server.byHostTime.clear() + starts.count
    moment.answer(request) { $0.done([.integer(count)], "\(count) commands dropped") }
  }
}
