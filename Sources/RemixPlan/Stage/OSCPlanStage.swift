public import OSC
internal import OSCTransport

/// A running server, spoken to over OSC.
public actor OSCPlanStage: PlanStage, StageMeters {
  public nonisolated let sampleRate: Double
  public nonisolated let leadSeconds = 0.1
  public nonisolated let host: String
  public nonisolated let port: Int

  private let client: OSCClient
  private let replySeconds: Double
  private let loadSeconds: Double
  private var questions: [Int: StageQuestion] = [:]
  private var nextQuestion = 0
  private var refusals: [StageRefusal] = []
  private var isLost = false

  /// Connects over TCP, so that no message gets lost, and asks for the clock.
  /// - Parameters:
  ///   - replySeconds: how long the server may take for an answer.
  ///   - loadSeconds: how long it may take from one loaded file to the next.
  /// - Throws: `StageError`.
  public static func connect(
    host: String, port: Int, replySeconds: Double = 5, loadSeconds: Double = 120
  ) async throws -> OSCPlanStage {
    let client: OSCClient
    do {
      client = try await OSCClient.connect(host: host, port: port, transport: .tcp)
    } catch .refused {
      throw StageError.noServer(host: host, port: port, reason: nil)
    } catch {
      throw StageError.noServer(host: host, port: port, reason: "\(error)")
    }
    let asked = ContinuousClock.now
    let messages = await client.request(
      OSCMessage("/clock"), until: { $0.address == "/clock.reply" }, timeoutSeconds: replySeconds)
    guard case .clock(let clock)? = messages.last.map(StageReply.init) else {
      await client.close()
      try Task.checkCancellation()
      // An end before the time is up is the other side's.
      guard ContinuousClock.now - asked >= .seconds(replySeconds) else {
        throw StageError.connectionLost(host: host, port: port)
      }
      throw StageError.silent(host: host, port: port, command: "/clock", seconds: replySeconds)
    }
    let stage = OSCPlanStage(client: client, clock: clock, replySeconds: replySeconds, loadSeconds: loadSeconds)
    await stage.listen(after: messages.count)
    return stage
  }

  private init(client: OSCClient, clock: StageClock, replySeconds: Double, loadSeconds: Double) {
    self.client = client
    self.sampleRate = clock.sampleRate
    self.host = client.host
    self.port = client.port
    self.replySeconds = replySeconds
    self.loadSeconds = loadSeconds
  }

  /// Ends the connection; what waits for an answer gets `connectionLost`.
  public func close() async { await client.close() }

  // MARK: PlanStage

  public func clock() async throws -> StageClock {
    guard case .clock(let clock) = try await ask(.clock, [OSCMessage("/clock")]) else { throw lost }
    return clock
  }

  public func load(_ loads: [StemLoad]) async throws {
    guard !loads.isEmpty else { return }
    // Runs in a task of its own, which no cancellation reaches.
    let work = Task { try await ask(.loads(Set(loads.map(\.id))), loads.map(StemMessage.load)) }
    guard case .loads(let failures) = try await work.value else { throw lost }
    if !failures.isEmpty { throw StemLoadFailures(reasons: failures) }
  }

  public func send(_ messages: [OSCMessage], atSeconds seconds: Double?) async throws {
    guard !isLost else { throw lost }
    guard !messages.isEmpty else { return }
    let timed = seconds.map { seconds in messages.map { StemMessage.at(seconds, $0) } } ?? messages
    client.send(timed.count == 1 ? .message(timed[0]) : .bundle(OSCBundle(messages: timed)))
  }

  public func wait(untilSeconds seconds: Double) async throws {
    while true {
      let left = try await seconds - clock().seconds
      guard left > 0 else { return }
      try await Task.sleep(for: .seconds(min(max(left, 0.002), 1)))
    }
  }

  public func takeRefusals() async -> [StageRefusal] {
    defer { refusals = [] }
    return refusals
  }

  // MARK: StageMeters

  public func stems() async throws -> [StemReading] {
    guard case .stems(let stems) = try await ask(.stems, [OSCMessage("/get_stems")]) else { throw lost }
    return stems
  }

  public func status() async throws -> StageStatus {
    guard case .status(let status) = try await ask(.status, [OSCMessage("/get_status", .int32(0))]) else { throw lost }
    return status
  }

  // MARK: Questions and answers

  private var lost: StageError { .connectionLost(host: host, port: port) }

  /// Takes in what comes, but for so many messages that were read already.
  private func listen(after read: Int) {
    Task { [weak self, client] in
      var read = read
      for await packet in client.incoming {
        let messages = packet.messages
        await self?.receive(messages.dropFirst(read))
        read = max(read - messages.count, 0)
      }
      await self?.lose()
    }
  }

  private func ask(_ kind: StageQuestion.Kind, _ messages: [OSCMessage]) async throws -> StageQuestion.Answer {
    guard !isLost else { throw lost }
    let number = nextQuestion
    nextQuestion += 1
    let question = StageQuestion(kind, deadline: deadline(of: kind))
    questions[number] = question
    for message in messages { client.send(message) }
    let watch = Task { await self.expire(number, command: "\(messages[0].address)") }
    defer {
      watch.cancel()
      questions[number] = nil
    }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { question.deliver(to: $0) }
    } onCancel: {
      Task { await self.finish(number, .failure(CancellationError())) }
    }
  }

  private func seconds(of kind: StageQuestion.Kind) -> Double {
    if case .loads = kind { loadSeconds } else { replySeconds }
  }

  private func deadline(of kind: StageQuestion.Kind) -> ContinuousClock.Instant {
    .now + .seconds(seconds(of: kind))
  }

  private func finish(_ number: Int, _ result: Result<StageQuestion.Answer, any Error>) {
    questions[number]?.finish(result)
  }

  private func expire(_ number: Int, command: String) async {
    while let question = questions[number], question.isOpen, question.deadline > .now {
      do { try await Task.sleep(until: question.deadline, clock: .continuous) } catch { return }
    }
    guard let question = questions[number] else { return }
    let seconds = seconds(of: question.kind)
    question.finish(.failure(StageError.silent(host: host, port: port, command: command, seconds: seconds)))
  }

  private func lose() {
    isLost = true
    for question in questions.values { question.finish(.failure(lost)) }
  }

  private func receive(_ messages: ArraySlice<OSCMessage>) {
    for message in messages { receive(StageReply(message)) }
  }

  private func receive(_ reply: StageReply) {
    switch reply {
    case .clock(let clock): oldest { $0 == .clock }?.finish(.success(.clock(clock)))
    case .stem(let stem): oldest { $0 == .stems }?.stems.append(stem)
    case .stemsEnd: oldest { $0 == .stems }.map { $0.finish(.success(.stems($0.stems))) }
    case .status(let status): oldest { $0 == .status }?.finish(.success(.status(status)))
    case .loaded(let id): endLoad(of: id, reason: nil)
    case .loadFailed(let id, let reason): endLoad(of: id, reason: reason)
    case .refused(let refusal): refuse(refusal)
    case .other: break
    }
  }

  /// The open question of a kind that was asked first: a server answers in order.
  private func oldest(_ fits: (StageQuestion.Kind) -> Bool) -> StageQuestion? {
    questions.filter { $0.value.isOpen && fits($0.value.kind) }.min { $0.key < $1.key }?.value
  }

  private func endLoad(of id: Int32, reason: String?) {
    guard
      let question = oldest({ if case .loads(let ids) = $0 { ids.contains(id) } else { false } }),
      case .loads(var ids) = question.kind
    else { return }
    ids.remove(id)
    if let reason { question.failures[id] = reason }
    question.kind = .loads(ids)
    question.deadline = deadline(of: question.kind)
    if ids.isEmpty { question.finish(.success(.loads(question.failures))) }
  }

  private func refuse(_ refusal: StageRefusal) {
    let kind: StageQuestion.Kind? =
      switch refusal.command {
      case "/clock": .clock
      case "/get_stems": .stems
      case "/get_status": .status
      default: nil
      }
    if let kind, let question = oldest({ $0 == kind }) {
      question.finish(.failure(refusal))
    } else {
      refusals.append(refusal)
    }
  }
}
