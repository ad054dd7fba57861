import OSC

enum Notify: StemCommand {
  static let specification = StemCommandSpecification(
    "/notify",
    [
      StemParameter("on", .flag, standard: .number(1), "1 subscribes, 0 ends the subscription"),
      StemParameter(
        "topics", .rest, standard: .absent,
        "which of state, meters, clock and faults; all of them without"),
    ],
    """
    Subscribes the sender to notifications, in place of what it had subscribed to. By TCP the subscription lasts as long as the connection; by UDP the \
    server asks a client that has been silent for 3 seconds (/notify/ping), and ends the subscription of one that has \
    sent nothing at all for 15 seconds.
    """,
    reply: "/done /notify on")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    var topics = Set<NotificationTopic>()
    for argument in arguments.rest where argument != .array([]) {
      guard let topic = argument.asText.flatMap(NotificationTopic.init), topic != .always else {
        let known = NotificationTopic.chosen.map(\.rawValue).joined(separator: ", ")
        throw StemFailure("\(argument) is no topic: take some of \(known)")
      }
      topics.insert(topic)
    }
    if topics.isEmpty { topics = Set(NotificationTopic.chosen) }
    let client = request.client
    guard arguments.flag("on") else {
      let wasThere = server.subscriptions.remove(client.description)
      request.done([0], wasThere ? "ends" : "there was none")
      return
    }
    guard server.subscriptions.insert(client, topics, at: server.now) else {
      throw StemFailure("\(Subscriptions.limit) clients are subscribed already: end one's subscription (/notify 0)")
    }
    request.done([1], topics.map(\.rawValue).sorted().joined(separator: ", "))
  }
}
