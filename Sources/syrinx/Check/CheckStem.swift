import OSC

/// What `/get_stems.reply` tells of a stem.
struct CheckStem {
  let id: Int32
  let isPlaying: Bool
  private let peak: Double

  /// Nil if the message is none of those replies.
  init?(_ message: OSCMessage) {
    let arguments = message.arguments
    guard message.address == "/get_stems.reply", arguments.count >= 9,
      let id = arguments[0].asInteger.flatMap({ Int32(exactly: $0) })
    else { return nil }
    self.id = id
    isPlaying = arguments[3].asInteger == 1
    peak = max(arguments[7].asNumber ?? 0, arguments[8].asNumber ?? 0)
  }

  var sounds: Bool { isPlaying && peak > 0 }
}
