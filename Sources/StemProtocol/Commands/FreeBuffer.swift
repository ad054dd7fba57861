import OSC

enum FreeBuffer: StemCommand {
  static let specification = StemCommandSpecification(
    "/free_buffer", [.stem], "Frees one buffer. A stem that plays from it fades out first.",
    reply: "/done /free_buffer id")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let id = arguments.integer("id")
    _ = try server.requireStem(id)
    moment.answer(request) { [weak server] request in
      guard let server else { return }
      if let stem = server.stems[id] { server.free(stem, because: "/free_buffer") }
      request.done([.integer(id)], "freed")
    }
  }
}
