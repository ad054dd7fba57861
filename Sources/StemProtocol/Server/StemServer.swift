public import Control
public import KeyLock
public import Logging
public import OSC
public import RealTime
import Render

/// The stem server: what OSC clients say becomes changes of the engine, and what comes of them goes back as replies.
///
/// - Thread: confined to its owner's. Nothing in it waits: files are read elsewhere, and `poll` takes what is ready.
public final class StemServer {
  /// Of Syrinx.
  public static let version = Version.number

  /// Of a server that nobody told another, in beats a minute.
  public static let standardTempo = 120.0
  /// Beats a minute that a server's clock may have.
  public static let tempos = 1.0...999.0

  public let engine: EngineControl
  let mixer: Mixer
  let log: Logger
  let loader: StemLoader
  let keyLock: KeyLock
  /// Whether stems of each deck are key-locked from their load on.
  var keyLockedDecks: [Bool]
  let timebase: StemTimebase
  var stems: [Int: Stem] = [:]
  var numbers: BufferNumbers
  /// How audio is kept; for what is loaded from here on.
  public var policy = BufferPolicy()
  /// Counts the uses of buffers, to know which was used least recently.
  var uses = 0
  /// Ids whose buffer was dropped to make room, with the file that the room was for.
  var dropped: [Int: String] = [:]
  /// What waits for audio.
  var arrivals: [StreamArrival] = []
  /// Buffers that their id has let go, with voices that still fade.
  var released: [StemBuffer] = []
  var waitingGroups: [StartGroup] = []
  var byFrame = Schedule()
  var byHostTime = Schedule()
  /// Requests of `/sync`, with the loads that they wait for.
  var syncs: [(request: StemRequest, identifier: OSCArgument, loads: Set<ObjectIdentifier>)] = []
  var load = LoadAverage()
  var subscriptions = Subscriptions()
  /// Recordings by their paths.
  var recordings: [String: RunningRecording] = [:]
  let recordingOutcomes: RecordingOutcomes
  /// Called once nothing is recorded any more.
  var whenRecorded: [() -> Void] = []
  /// Stems that are recorded by themselves.
  var stemTaps: [Int: StemTap] = [:]
  var loudness: MasterLoudness?
  /// Moments of meters since the start.
  var meterCount = 0
  var tapNumbers = BufferNumbers(0..<MixerBuses.stemTaps)
  /// The engine's frame that counts as zero on the server's clock.
  var clockStart: Int64 = 0
  var ramps: [RampTarget: Ramp] = [:]
  /// Decks that stand ready, and how they are to start.
  var cues: [Deck: StemStart] = [:]
  /// Stems that stand ready and have not been started since.
  var cuedStems: Set<Int> = []
  /// The same clock in beats.
  var beats: BeatClock

  /// How far ahead of its time a command goes to the audio thread, in seconds: more than the time between two polls and
  /// a call of the device together.
  public var lookaheadSeconds = 0.1
  /// The folder below which clients may record; nil: anywhere that the program may write.
  public var recordingFolder: String?
  /// How stems are read between their samples, unless `/stem_quality` says otherwise.
  public var interpolation = Interpolation.standard
  /// Called with a name for each channel of the device, after what plays there now.
  public var whenRouted: ([String]) -> Void = { _ in }
  /// Times that the device ran dry.
  public var xruns: () -> Int = { 0 }

  public init(
    engine: EngineControl, decks: Int = 2, tempo: Double = StemServer.standardTempo,
    loading: StemLoader.Mode = .background, readers: Int = 1, routes: OutputRoutes? = nil,
    limiter: MasterLimiter = .soft, keyLock keyLockEngine: KeyLockEngine = .r3, keyLockLookahead: Double = 0.06,
    timebase: StemTimebase, log: Logger, wake: @escaping @Sendable () -> Void = {}
  ) throws(SynthDefError) {
    self.engine = engine
    self.log = log
    self.timebase = timebase
    beats = BeatClock(tempo: tempo, sampleRate: engine.sampleRate)
    let channels = engine.memory.configuration.outputChannels
    mixer = try Mixer(engine, decks: decks, routes: routes ?? .standard(channels: channels), limiter: limiter)
    recordingOutcomes = RecordingOutcomes(wake: wake)
    loader = StemLoader(loading, readers: readers, wake: wake)
    keyLockedDecks = Array(repeating: false, count: decks)
    guard let player = engine.units["StemPlayer"] else { throw SynthDefError("there is no unit StemPlayer") }
    keyLock = KeyLock(
      keyLockEngine, mode: loading == .inline ? .inline : .background, sampleRate: engine.sampleRate, decks: decks,
      reader: player, lookaheadSeconds: keyLockLookahead, onPrimed: wake)
    // The lower half of the table is for clients that number their buffers themselves.
    let capacity = engine.memory.configuration.buffers
    numbers = BufferNumbers(capacity / 2..<capacity)
    mixer.metersCame = { [weak self] in
      self?.tellMeters()
      self?.tellLoudness()
    }
    mixer.wasSilenced = { [weak self] in self?.tellSilenced($0, of: $1) }
  }

  /// Frames by which the master is late: the look-ahead of its limiter.
  public var latencyFrames: Int { mixer.latencyFrames }

  deinit {
    for stem in stems.values { stem.load?.cancel() }
    loader.close()
  }

  var positionSeconds: Double { Double(engine.position) / engine.sampleRate }

  /// Seconds of the server's clock.
  var clockSeconds: Double { Double(engine.position - clockStart) / engine.sampleRate }

  // MARK: - In

  public func receive(_ packet: OSCPacket, from client: StemClient) {
    subscriptions.heard(client, at: now)
    switch packet {
    case .message(let message): process([message], at: .immediately, from: client)
    case .bundle(let bundle): receive(bundle, from: client)
    }
    releaseDue()
  }

  /// A packet that is no OSC, with the reason.
  public func receive(malformed reason: String, from client: StemClient) {
    log.warning("malformed packet: \(reason)", metadata: ["client": "\(client)"])
    client.reply(OSCMessage("/fail", "/", .string("malformed packet: \(reason)")))
  }

  private func receive(_ bundle: OSCBundle, from client: StemClient) {
    var together: [OSCMessage] = []
    for element in bundle.elements {
      switch element {
      case .message(let message): together.append(message)
      case .bundle(let inner):
        // A bundle in a bundle has a time of its own, and comes after what stands before it.
        take(&together, of: bundle.timeTag, from: client)
        receive(inner, from: client)
      }
    }
    take(&together, of: bundle.timeTag, from: client)
  }

  private func take(_ messages: inout [OSCMessage], of tag: OSCTimeTag, from client: StemClient) {
    guard !messages.isEmpty else { return }
    defer { messages = [] }
    guard !tag.isImmediate else {
      process(messages, at: .immediately, from: client)
      return
    }
    let ahead = tag.seconds(since: timebase.wallClock(positionSeconds))
    if ahead < 0 {
      log.warning("late by \(Self.milliseconds(-ahead)): \(messages.count) messages take effect at once")
      client.reply(OSCMessage("/late", .timeTag(tag), .float32(Float(-ahead))))
      process(messages, at: .immediately, from: client)
    } else {
      let due = timebase.hostNanoseconds(positionSeconds) + Int64(ahead * 1e9)
      schedule(messages, due, in: \.byHostTime, from: client)
    }
  }

  static func milliseconds(_ seconds: Double) -> String { "\(Double(Int(seconds * 10_000)) / 10) ms" }

  func schedule(
    _ messages: [OSCMessage], _ due: Int64, in schedule: ReferenceWritableKeyPath<StemServer, Schedule>,
    from client: StemClient
  ) {
    guard byFrame.count + byHostTime.count + messages.count <= Schedule.limit else {
      let failure = StemFailure(
        "\(Schedule.limit) messages already wait for their time: send it nearer to its time, or /cancel them all")
      for message in messages {
        StemRequest(address: "\(message.address)", client: client, log: log).fail(failure)
      }
      return
    }
    self[keyPath: schedule].insert(Schedule.Entry(due: due, messages: messages, client: client))
  }

  /// Sends on what is due soon. What is due at the same time takes effect together.
  func releaseDue() {
    let frames = byFrame.takeDue(upTo: engine.position + lookaheadFrames)
    process(frames) { .frame($0) }
    let now = timebase.hostNanoseconds(positionSeconds)
    process(byHostTime.takeDue(upTo: now + Int64(lookaheadSeconds * 1e9))) { .host(nanoseconds: $0) }
    sendRamps()
  }

  private func process(_ entries: [Schedule.Entry], _ time: (Int64) -> EngineTime) {
    var index = 0
    while index < entries.count {
      var end = index + 1
      while end < entries.count && entries[end].due == entries[index].due { end += 1 }
      let moment = Moment(at: time(entries[index].due))
      for entry in entries[index..<end] {
        for message in entry.messages { dispatch(message, in: moment, from: entry.client) }
        tellLateness(of: moment, to: entry.client)
      }
      finish(moment)
      index = end
    }
  }

  private func tellLateness(of moment: Moment, to client: StemClient) {
    moment.afterwards { [weak self] applied in
      guard let self, applied.lateFrames > 0 else { return }
      let seconds = Double(applied.lateFrames) / engine.sampleRate
      log.warning("late by \(Self.milliseconds(seconds))")
      client.reply(OSCMessage("/late", .timeTag(.immediately), .float32(Float(seconds))))
    }
  }

  private func process(_ messages: [OSCMessage], at time: EngineTime, from client: StemClient) {
    let moment = Moment(at: time)
    for message in messages { dispatch(message, in: moment, from: client) }
    finish(moment)
  }

  private func dispatch(_ message: OSCMessage, in moment: Moment, from client: StemClient) {
    guard case .path(let address) = message.address else {
      let failure = StemFailure(
        "\(message.address) is a SuperCollider command number: this door takes paths like /play_stem")
      StemRequest(address: "\(message.address)", client: client, log: log).fail(failure)
      return
    }
    // Two servers that answer each other's answers would never end.
    guard !["/done", "/fail", "/late"].contains(address), !address.hasSuffix(".reply") else {
      log.debug("ignored: \(message)", metadata: ["client": "\(client)"])
      return
    }
    let commands = StemCommandTable.commands(for: address)
    if commands.isEmpty {
      let nearest = StemCommandTable.nearest(to: address).map { ": did you mean \($0)?" } ?? ""
      let reason = OSCAddressPattern.isPattern(address) ? "fits no command" : "no such command\(nearest)"
      StemRequest(address: address, client: client, log: log).fail(StemFailure(reason))
    }
    for command in commands {
      let request = StemRequest(address: command.specification.address, client: client, log: log)
      do throws(StemFailure) {
        let arguments = try StemArguments(message.arguments, command.specification.parameters)
        try command.perform(arguments, request, in: moment, on: self)
        if !ramps.isEmpty { endRamps(metBy: command.specification.address, message.arguments, in: moment) }
      } catch {
        request.fail(error)
      }
    }
  }

  /// Hands a moment to the engine, once its starts are ready or set aside.
  func finish(_ moment: Moment, recall: Recall? = nil) {
    launchStarts(of: moment)
    commit(moment, recall: recall)
  }

  func commit(_ moment: Moment, recall: Recall? = nil) {
    let bodies = moment.whenApplied
    let news = moment.news
    defer {
      for (time, changes) in moment.consequences { engine.commit(changes, at: time) }
    }
    guard !moment.changes.isEmpty || moment.time != .immediately else {
      for body in bodies { body(AppliedChanges(frame: engine.position)) }
      for (notification, arguments) in news { notify(notification, arguments) }
      return
    }
    engine.commit(moment.changes, at: moment.time, recall: recall) { [weak self] applied in
      for body in bodies { body(applied) }
      for (notification, arguments) in news { self?.notify(notification, arguments) }
    }
  }

  // MARK: - Time

  /// Takes what the engine and the readers have to tell, and sends on what is due. To be called every few milliseconds.
  public func poll() {
    engine.poll()
    keyLock.serve()
    takeLoads()
    tendStreams()
    takeLoudness()
    takeArrivals()
    launchReadyGroups()
    answerSyncs()
    releaseDue()
    keepSubscriptions()
    tellBeats()
    takeRecordings()
    loudness?.update()
    load.update(telemetry: engine.memory.telemetry, position: engine.position, sampleRate: engine.sampleRate)
  }

  /// Whether files are still being read or starts wait for them.
  public var isLoading: Bool {
    waitingGroups.contains { !$0.starts.isEmpty && !$0.isReady } || stems.values.contains { $0.load != nil }
  }

  /// Whether something of a streamed file is on its way into memory.
  public var isStreaming: Bool { buffers.contains { $0.stream?.isReading == true } }

  /// Fades everything out; the sound is gone `seconds` after the next block.
  public func fadeOut(seconds: Double) {
    let moment = Moment(at: .immediately)
    mixer.fadeOut(seconds: Float(seconds), in: &moment.changes)
    commit(moment)
  }
}
