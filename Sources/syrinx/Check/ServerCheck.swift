import OSC
import OSCTransport

/// Speaks every command of the stem protocol to a server, over one connection, and looks at what comes back.
struct ServerCheck {
  let client: OSCClient
  let sound: CheckSound
  /// Whether nobody else uses the server.
  let isOwn: Bool
  let stopsAll: Bool
  let report: CheckReport

  /// How long an answer may take.
  private static let answerSeconds = 10.0

  func run() async {
    await ask(.reply("/version.reply"), "/version")
    let status = CheckStatus(await ask(.reply("/get_status.reply"), "/get_status") { CheckStatus($0).fault })
    let taken = Set(await stems().map(\.id))
    let id = Self.freeID(below: 1100, taken)
    let other = Self.freeID(below: 1_000_000, taken)
    await load(id)
    await memory(id)
    await ask(.reply("/synced"), "/sync", 7) { $0.arguments == [7] ? nil : "expected /synced 7" }
    await play(id)
    await pitch(id)
    await setLevels(status)
    await time(id)
    await beats(id)
    await handling(id)
    await inAndOut()
    await mixer(id)
    await ask(.done, "/test_tone", 440)
    await ask(.refusal, "/play_stem", .int32(other), 1.0)
    await ask(.refusal, "/load_buffer", .int32(other), .string(sound.path + ".missing"), "missing")
    await ask(.done, "/free_buffer", .int32(id)) { Self.fault($0, about: id) }
    await cleanUp(id)
  }

  // MARK: - Parts

  private func load(_ id: Int32) async {
    await ask(.done, "/load_buffer", .int32(id), .string(sound.path), "check") { reply in
      let numbers = reply.arguments.dropFirst().prefix(4).map(\.asNumber)
      let expected = [Double(id), Double(CheckSound.frames), 1, CheckSound.sampleRate]
      return numbers == expected ? nil : "the file is \(CheckSound.frames) frames, mono, \(CheckSound.sampleRate) Hz"
    }
  }

  /// How much memory it takes, and how loud it is.
  private func memory(_ id: Int32) async {
    await ask(.done, "/get_buffers") { Self.fault($0, atLeastOne: "tells of no buffer, though one is loaded") }
    await ask(.reply("/stem_loudness.reply"), "/stem_loudness", .int32(id)) { reply in
      reply.arguments.first?.asInteger == Int(id) && reply.arguments.count == 3 ? nil : "expected id, loudness and gain"
    }
  }

  private func play(_ id: Int32) async {
    await start(id)
    await stems("stem \(id) does not sound") { $0.contains { $0.id == id && $0.sounds } }
    await ask(.done, "/stem_volume", .int32(id), 0.1) { Self.fault($0, about: id) }
    await ask(.done, "/stem_fade", .int32(id), 0.05, 0.1, "linear") { Self.fault($0, about: id) }
    await ask(.done, "/stem_quality", .int32(id), "sinc64") { Self.fault($0, about: id) }
    await ask(.done, "/stop_stem", .int32(id)) { Self.fault($0, about: id) }
    await stems("stem \(id) does not stop") { !$0.contains { $0.id == id && $0.isPlaying } }
  }

  /// The key of a stem that plays; a deck's is left as it is, unless nobody else uses it.
  private func pitch(_ id: Int32) async {
    await ask(.done, "/stem_keylock", .int32(id), 1) { Self.fault($0, about: id) }
    await ask(.done, "/play_stem", .int32(id), 1.05, 0.2, 1, 0.0) { Self.fault($0, about: id) }
    await ask(.done, "/stem_pitch", .int32(id), -2) { Self.fault($0, about: id) }
    await ask(.done, "/stop_stem", .int32(id)) { Self.fault($0, about: id) }
    await ask(.done, "/stem_keylock", .int32(id), 0) { Self.fault($0, about: id) }
    await ask(.done, "/stem_pitch", .int32(id), 0) { Self.fault($0, about: id) }
    guard isOwn else {
      report.skip("/deck_keylock", "not tried here: it would change what others play")
      return
    }
    await ask(.done, "/deck_keylock", "A", 1)
    await ask(.done, "/deck_keylock", "A", 0)
  }

  func start(_ id: Int32) async {
    await ask(.done, "/play_stem", .int32(id), 1.0, 0.2, 1, 0.0) { Self.fault($0, about: id) }
  }

  /// On a server that others use the levels are set to what they are.
  private func setLevels(_ status: CheckStatus) async {
    guard let a = status.number("deck_a"), let b = status.number("deck_b") else {
      report.skip("/crossfade_levels", "not tried: the status does not tell the levels, so they could not be restored")
      return
    }
    let levels = isOwn ? [0.5, 0.25] : [a, b]
    await ask(.done, "/crossfade_levels", .float32(Float(levels[0])), .float32(Float(levels[1])))
    await ask(.reply("/get_status.reply"), "/get_status") { reply in
      let now = CheckStatus(reply)
      return isOwn && [now.number("deck_a"), now.number("deck_b")] != levels ? "the levels are not \(levels)" : nil
    }
    if isOwn { await ask(.done, "/crossfade_levels", .float32(Float(a)), .float32(Float(b))) }
  }

  /// A section, and a command at a time of the server's clock.
  private func time(_ id: Int32) async {
    await ask(.done, "/play_stem_section", .int32(id), 1.0, 0.2, 0, 0.25, 0.5) { Self.fault($0, about: id) }
    let seconds = await clock() + 0.2
    await ask(.doneFor("/stop_stem"), "/at", .double(seconds), "/stop_stem", .int32(id)) { Self.fault($0, about: id) }
  }

  private func cleanUp(_ id: Int32) async {
    guard stopsAll else {
      for address in ["/cancel", "/memory_cleanup", "/mixer_cleanup"] {
        report.skip(address, "not tried here: it would stop what plays (use --all)")
      }
      return
    }
    client.send(OSCMessage("/at", .double(await clock() + 3600), "/test_tone", 440))
    await ask(.done, "/cancel") { Self.fault($0, atLeastOne: "dropped nothing, though a command waited") }
    await load(id)
    await ask(.done, "/memory_cleanup") { Self.fault($0, atLeastOne: "freed nothing, though a buffer was idle") }
    await load(id)
    await start(id)
    await ask(.done, "/mixer_cleanup") { Self.fault($0, atLeastOne: "freed nothing, though a stem played") }
    await stems("something is left") { !isOwn || $0.isEmpty }
  }

  // MARK: - Asking

  /// - Parameter fault: what is wrong with an answer of the right kind; nil: nothing.
  @discardableResult
  func ask(
    _ answer: CheckAnswer, _ address: String, _ arguments: OSCArgument...,
    fault: (OSCMessage) -> String? = { _ in nil }
  ) async -> OSCMessage? {
    let command = OSCMessage(.path(address), arguments)
    let began = ContinuousClock.now
    let reply = await replies(to: command, answer).last
    let found =
      reply.map { answer.fault(in: $0) ?? fault($0) }
      ?? "expected \(answer.words), got nothing within \(Int(Self.answerSeconds)) s"
    report.add(command, reply, took: ContinuousClock.now - began, fault: found)
    return reply
  }

  /// What came up to the answer; empty without one.
  private func replies(to command: OSCMessage, _ answer: CheckAnswer) async -> [OSCMessage] {
    let address = "\(command.address)"
    let messages = await client.request(
      command, until: { answer.isAnswer($0, to: address) }, timeoutSeconds: Self.answerSeconds)
    return messages.last.map { answer.isAnswer($0, to: address) } ?? false ? messages : []
  }

  func clock() async -> Double {
    let reply = await ask(.reply("/clock.reply"), "/clock") {
      $0.arguments.count < 7 ? "expected seven arguments" : nil
    }
    return reply?.arguments.first?.asNumber ?? 0
  }

  /// Asks for the stems until they are as they should be, which may take a moment.
  @discardableResult
  private func stems(_ fault: String = "", until isRight: ([CheckStem]) -> Bool = { _ in true }) async -> [CheckStem] {
    let began = ContinuousClock.now
    let answer = CheckAnswer.done
    while true {
      let messages = await replies(to: OSCMessage("/get_stems"), answer)
      let stems = messages.compactMap(CheckStem.init)
      let took = ContinuousClock.now - began
      let found = messages.last.map { answer.fault(in: $0) } ?? "no answer within \(Int(Self.answerSeconds)) s"
      let isLate = took > .seconds(Self.answerSeconds)
      if found != nil || isRight(stems) || isLate {
        report.add(
          OSCMessage("/get_stems"), messages.last, took: took, fault: found ?? (isRight(stems) ? nil : fault))
        return stems
      }
      try? await Task.sleep(for: .milliseconds(5))
    }
  }

  // MARK: - Judging

  static func fault(_ reply: OSCMessage, about id: Int32) -> String? {
    reply.arguments.dropFirst().first?.asInteger == Int(id) ? nil : "the answer is not about \(id)"
  }

  /// Of an answer whose second argument is a count.
  static func fault(_ reply: OSCMessage, atLeastOne words: String) -> String? {
    reply.arguments.dropFirst().first?.asInteger ?? 0 > 0 ? nil : words
  }

  private static func freeID(below limit: Int32, _ taken: Set<Int32>) -> Int32 {
    var id = limit - 1
    while taken.contains(id) { id -= 1 }
    return id
  }
}
