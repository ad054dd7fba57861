internal import OSC

/// A server's message, as a stage understands it.
enum StageReply {
  case clock(StageClock)
  case stem(StemReading)
  case stemsEnd
  case status(StageStatus)
  case loaded(Int32)
  case loadFailed(Int32, reason: String)
  case refused(StageRefusal)
  case other

  init(_ message: OSCMessage) {
    let arguments = message.arguments
    switch message.address {
    case "/clock.reply": self = Self.clock(arguments)
    case "/get_stems.reply": self = Self.stem(arguments)
    case "/get_status.reply": self = .status(Self.status(arguments))
    case "/done": self = Self.done(arguments)
    case "/fail": self = Self.failed(arguments)
    case "/late": self = .refused(StageRefusal(command: "/late", reason: Self.words(arguments)))
    default: self = .other
    }
  }

  private static func clock(_ arguments: [OSCArgument]) -> StageReply {
    guard arguments.count >= 3, let rate = arguments[1].asNumber, rate.isFinite, rate >= 1,
      let frames = arguments[2].asInteger, (0...1 << 52).contains(frames)
    else { return .other }
    return .clock(StageClock(frames: frames, sampleRate: rate))
  }

  private static func stem(_ arguments: [OSCArgument]) -> StageReply {
    guard arguments.count >= 9, let id = id(arguments[0]), let name = arguments[1].asText,
      let deck = arguments[2].asText, let isPlaying = arguments[3].asInteger
    else { return .other }
    let numbers = arguments[4..<9].map { $0.asNumber ?? 0 }
    return .stem(
      StemReading(
        id: id, name: name, deck: deck, isPlaying: isPlaying != 0, positionSeconds: numbers[0],
        durationSeconds: numbers[1], volume: numbers[2], peakLeft: numbers[3], peakRight: numbers[4]))
  }

  private static func status(_ arguments: [OSCArgument]) -> StageStatus {
    var entries: [StageStatus.Entry] = []
    for place in stride(from: 0, to: arguments.count - 1, by: 2) {
      guard let name = arguments[place].asText else { continue }
      entries.append(StageStatus.Entry(name: name, value: arguments[place + 1]))
    }
    return StageStatus(entries: entries)
  }

  private static func done(_ arguments: [OSCArgument]) -> StageReply {
    switch arguments.first?.asText {
    case "/load_buffer" where arguments.count >= 2: id(arguments[1]).map(StageReply.loaded) ?? .other
    case "/get_stems": .stemsEnd
    default: .other
    }
  }

  private static func failed(_ arguments: [OSCArgument]) -> StageReply {
    guard let command = arguments.first?.asText else { return .other }
    let reason = arguments.count > 1 ? arguments[1].asText ?? "\(arguments[1])" : "no reason given"
    if command == "/load_buffer", arguments.count > 2, let id = id(arguments[2]) {
      return .loadFailed(id, reason: reason)
    }
    return .refused(StageRefusal(command: command, reason: reason))
  }

  private static func id(_ argument: OSCArgument) -> Int32? { argument.asInteger.flatMap { Int32(exactly: $0) } }

  private static func words(_ arguments: [OSCArgument]) -> String {
    arguments.map { $0.asText ?? "\($0)" }.joined(separator: " ")
  }
}
