import OSC

/// Who wants to be told what, and whether they are still there.
///
/// - Thread: confined to its server's.
struct Subscriptions {
  /// How long a client by UDP may be silent, in nanoseconds.
  static let patience: Int64 = 15_000_000_000
  /// How long it is silent before it is asked, and asked again.
  static let askingInterval: Int64 = 3_000_000_000
  /// Subscribers at a time.
  static let limit = 256

  struct Subscription {
    var client: StemClient
    var topics: Set<NotificationTopic>
    var lastHeard: Int64
    var lastAsked: Int64
  }

  private var byClient: [String: Subscription] = [:]

  var isEmpty: Bool { byClient.isEmpty }
  var count: Int { byClient.count }

  /// Whether anyone wants to be told of it.
  func wants(_ topic: NotificationTopic) -> Bool { byClient.values.contains { $0.topics.contains(topic) } }

  /// False when there are too many already.
  mutating func insert(_ client: StemClient, _ topics: Set<NotificationTopic>, at now: Int64) -> Bool {
    guard byClient[client.description] != nil || byClient.count < Self.limit else { return false }
    byClient[client.description] = Subscription(client: client, topics: topics, lastHeard: now, lastAsked: now)
    return true
  }

  /// False when there was none.
  @discardableResult
  mutating func remove(_ client: String) -> Bool { byClient.removeValue(forKey: client) != nil }

  mutating func heard(_ client: StemClient, at now: Int64) {
    byClient[client.description]?.lastHeard = now
    byClient[client.description]?.lastAsked = now
  }

  /// Those who want to be told of this.
  func clients(of topic: NotificationTopic) -> [StemClient] {
    byClient.values.filter { topic == .always || $0.topics.contains(topic) }.map(\.client)
  }

  /// Those who have been silent for so long that they are to be asked.
  mutating func takeSilent(at now: Int64) -> [StemClient] {
    var silent: [StemClient] = []
    for (key, subscription) in byClient where !subscription.client.isConnected {
      if now - subscription.lastAsked >= Self.askingInterval {
        byClient[key]?.lastAsked = now
        silent.append(subscription.client)
      }
    }
    return silent
  }

  /// Removes those who have not answered; gives them back.
  mutating func takeLost(at now: Int64) -> [StemClient] {
    let lost = byClient.values.filter { !$0.client.isConnected && now - $0.lastHeard >= Self.patience }.map(\.client)
    for client in lost { byClient[client.description] = nil }
    return lost
  }
}
