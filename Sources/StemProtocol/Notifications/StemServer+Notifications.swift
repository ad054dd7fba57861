import Control
import Logging
import OSC

/// What subscribers are told.
extension StemServer {
  /// The monotonic time, in nanoseconds.
  var now: Int64 { timebase.hostNanoseconds(positionSeconds) }

  /// Tells all who want to know. Nothing is done when there is nobody.
  func notify(_ notification: StemNotification, _ arguments: [OSCArgument]) {
    guard !subscriptions.isEmpty else { return }
    let message = OSCMessage(.path(notification.address), arguments)
    for client in subscriptions.clients(of: notification.topic) { client.reply(message) }
  }

  /// A client's connection has ended, and its subscription with it.
  public func disconnected(_ client: String) {
    if subscriptions.remove(client) { log.info("\(client) is gone, and its subscription with it") }
  }

  /// What a stem's state is told with.
  func stemState(_ stem: Stem, _ state: String) -> [OSCArgument] {
    [.integer(stem.id), .string(state), .string(stem.name), .string(stem.deck.letter)]
  }

  /// Asks the silent, and lets go of those who do not answer.
  func keepSubscriptions() {
    guard !subscriptions.isEmpty else { return }
    let now = now
    for client in subscriptions.takeLost(at: now) {
      let seconds = Subscriptions.patience / 1_000_000_000
      log.info("\(client): its subscription ends, nothing came from it for \(seconds) s")
      client.reply(
        OSCMessage(
          .path(StemNotification.ended.address),
          [.string("nothing came back for \(seconds) seconds: send /notify 1 to be told again")]))
    }
    for client in subscriptions.takeSilent(at: now) {
      client.reply(
        OSCMessage(
          .path(StemNotification.ping.address), [.float32(Float(Double(Subscriptions.patience) * 1e-9))]))
    }
  }

  // MARK: - Meters

  /// Messages in one packet: a packet stays below what a network carries whole.
  private static let metersInPacket = 20

  /// Called when the meters of a moment have all come.
  func tellMeters() {
    guard subscriptions.wants(.meters) else { return }
    var messages = [
      meter(.masterMeter, .double(clockSeconds), levels: mixer.masterMeter), meter(.cueMeter, levels: mixer.cueMeter),
    ]
    for deck in mixer.decks {
      messages.append(meter(.deckMeter, .string(deck.letter), levels: mixer.deckMeters[deck.rawValue]))
    }
    for stem in stems.values.sorted(by: { $0.id < $1.id }) {
      guard let voice = stem.voice(at: .immediately) else { continue }
      let position = OSCArgument.double(voice.position / voice.buffer.memory.sampleRate)
      messages.append(meter(.stemMeter, .integer(stem.id), position, levels: voice.meter))
    }
    let clients = subscriptions.clients(of: .meters)
    for start in stride(from: 0, to: messages.count, by: Self.metersInPacket) {
      let packet = Array(messages[start..<min(start + Self.metersInPacket, messages.count)])
      for client in clients { client.tell(packet) }
    }
  }

  private func meter(
    _ notification: StemNotification, _ about: OSCArgument..., levels: StereoLevels
  ) -> OSCMessage {
    OSCMessage(
      .path(notification.address),
      about + [
        .float32(levels.peakLeft), .float32(levels.peakRight), .float32(levels.rmsLeft), .float32(levels.rmsRight),
      ])
  }
}
