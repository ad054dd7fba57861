import OSC

enum Sync: StemCommand {
  static let specification = StemCommandSpecification(
    "/sync", [StemParameter("id", .integer(Int(Int32.min)...Int(Int32.max)), standard: .number(0), "comes back")],
    "Tells when every load sent before it has ended, well or badly.", reply: "/synced id")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let identifier = OSCArgument.integer(arguments.integer("id"))
    moment.answer(request) { [weak server] request in
      guard let server else { return }
      let loads = server.stems.values.compactMap { $0.load.map { ObjectIdentifier($0) } }
      server.syncs.append((request, identifier, Set(loads)))
    }
  }
}
