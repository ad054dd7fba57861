internal import OSC

/// The stem protocol's messages that a plan is played with.
enum StemMessage {
  static func load(_ load: StemLoad) -> OSCMessage {
    OSCMessage("/load_buffer", [.int32(load.id), .string(load.path), .string(load.name)])
  }

  /// Plays from the beginning and repeats, so that a shorter stem lasts as long as its section.
  static func play(_ seated: SeatedStem, volume: Double) -> OSCMessage {
    OSCMessage(
      "/play_stem", .int32(seated.id), .double(seated.stem.rate), .float32(Float(volume)), .int32(1), .float32(0))
  }

  /// What a stem needs to be told before it plays: its tempo goes by its rate, its pitch stays.
  static func keyLock(_ seated: SeatedStem) -> [OSCMessage] {
    guard seated.stem.needsTimestretch, seated.stem.rate != 1 else { return [] }
    return [OSCMessage("/stem_keylock", [.int32(seated.id), .int32(1)])]
  }

  static func fade(_ id: Int32, to volume: Double, seconds: Double) -> OSCMessage {
    OSCMessage("/stem_fade", [.int32(id), .float32(Float(volume)), .double(seconds), .string("constant-power")])
  }

  /// Fades out in that time, and frees the voice; 0 cuts at that very frame.
  static func stop(_ id: Int32, fadeSeconds: Float = 0) -> OSCMessage {
    OSCMessage("/stop_stem", [.int32(id), .float32(fadeSeconds)])
  }

  static func free(_ id: Int32) -> OSCMessage { OSCMessage("/free_buffer", [.int32(id)]) }

  /// The message, to take effect at these seconds of the server's clock.
  static func at(_ seconds: Double, _ message: OSCMessage) -> OSCMessage {
    let address = if case .path(let path) = message.address { path } else { "\(message.address)" }
    return OSCMessage("/at", [.double(seconds), .string(address)] + message.arguments)
  }

  static var cancel: OSCMessage { OSCMessage("/cancel") }

  /// The clock's tempo, and the one at which stems play at their own rate.
  static func tempo(_ bpm: Double) -> OSCMessage { OSCMessage("/set_tempo", [.double(bpm), .double(bpm)]) }

  static func levels(_ a: Float, _ b: Float) -> OSCMessage {
    OSCMessage("/crossfade_levels", [.float32(a), .float32(b)])
  }
}
