/// Plays a plan on a stage: one thing at a time, the newest.
public actor PlanPlayer {
  /// Seconds between the moment when the first section is ready and its start.
  public static let leadIn = 0.25
  /// Seconds behind a take-over after which nothing is left of what went, and its memory can go.
  public static let settling = 0.1
  /// Seconds in which what plays is faded out when it is stopped.
  public static let stopFade: Float = 0.05

  public nonisolated let schedule: PlanSchedule
  /// What happens, for a single reader; ends with `close`.
  public nonisolated let progress: AsyncStream<PlanProgress>

  let stage: any PlanStage
  private let reports: AsyncStream<PlanProgress>.Continuation
  private var running: Task<Void, any Error>?
  private var hasOpened = false

  /// Sections that have something in memory.
  private var seated: [SeatedSection] = []
  /// Those of them that may sound, or are sent to.
  private var sounding: [SeatedSection] = []
  /// Whether messages may wait on the server for their time.
  private var isScheduled = false
  /// Whether some were dropped that may have been too near to their time for that.
  private var hasCancelled = false

  public init(plan: RemixPlan, stage: any PlanStage) throws(PlanScheduleError) {
    schedule = try PlanSchedule(plan: plan, sampleRate: stage.sampleRate)
    self.stage = stage
    (progress, reports) = AsyncStream.makeStream()
  }

  /// The sections that sound now or next, and the buffers their stems play from.
  public var playing: [SeatedSection] { sounding }

  /// Plays all sections in their order; returns when the last one has ended or something else was chosen.
  @discardableResult
  public func playWhole() async throws -> PlanOutcome {
    do {
      try await begin { player in try await player.performWhole() }
      return .finished
    } catch is CancellationError {
      return .overtaken
    }
  }

  /// Plays one section over and over, in the place of what plays, without a gap; returns once it sounds.
  public func play(section index: Int) async throws {
    guard schedule.sections.indices.contains(index) else { throw PlanPlayerError.noSuchSection(index) }
    do {
      try await begin { player in try await player.performRepeating(index) }
    } catch is CancellationError {
      // Something else was chosen meanwhile.
    }
  }

  /// Fades out what plays and frees all memory; does nothing if there is none.
  public func stop() async throws {
    running?.cancel()
    try await silence(sounding)
    do {
      try await begin { player in try await player.performStop() }
    } catch is CancellationError {
      // Something else was chosen meanwhile.
    }
  }

  /// Ends `progress`.
  public nonisolated func close() { reports.finish() }

  /// Runs a job in the place of the one that runs, once that one has come to its end.
  private func begin(_ job: @escaping @Sendable (PlanPlayer) async throws -> Void) async throws {
    let earlier = running
    earlier?.cancel()
    let mine = Task {
      _ = await earlier?.result
      try Task.checkCancellation()
      try await job(self)
    }
    running = mine
    try await withTaskCancellationHandler {
      try await mine.value
    } onCancel: {
      mine.cancel()
    }
  }
}

// MARK: Jobs

extension PlanPlayer {
  private func performWhole() async throws {
    try await clear()
    guard !schedule.sections.isEmpty else { return }
    var current = try await load(0)
    var start = try await soonestStart()
    for section in schedule.sections {
      let isLast = section.index == schedule.sections.count - 1
      let end = start + section.frames
      try await takeOver(to: current, at: start, crossfadeFrames: section.crossfadeFrames)
      if isLast { try await send(PlanSchedule.end(of: current, at: end)) }
      try await wait(untilFrame: start)
      report(.started(section: section.index, frame: start, repeats: false))
      try await wait(untilFrame: start + section.crossfadeFrames, plus: Self.settling)
      sounding = [current]
      isScheduled = isLast
      try await freeSilent()
      if isLast {
        try await wait(untilFrame: end, plus: Self.settling)
        sounding = []
        isScheduled = false
        try await freeSilent()
        report(.finished(frame: end))
      } else {
        current = try await load(section.index + 1)
        let due = end - schedule.sections[section.index + 1].crossfadeFrames
        start = try await onTime(due, section: section.index + 1)
      }
    }
  }

  private func performRepeating(_ index: Int) async throws {
    try await clear()
    let new = try await load(index)
    guard !new.stems.isEmpty else {
      try await freeSilent()
      throw PlanPlayerError.nothingLoaded(section: schedule.plan.sections[index].name)
    }
    let start = try await soonestStart()
    try await takeOver(to: new, at: start, crossfadeFrames: 0)
    try await wait(untilFrame: start)
    report(.started(section: index, frame: start, repeats: true))
    try await wait(untilFrame: start, plus: Self.settling)
    sounding = [new]
    isScheduled = false
    try await freeSilent()
  }

  private func performStop() async throws {
    guard !seated.isEmpty else { return }
    try await silence(seated)
    sounding = []
    let clock = try await stage.clock()
    try await stage.wait(untilSeconds: clock.seconds + Double(Self.stopFade) + Self.settling)
    try await freeSilent()
    report(.stopped)
  }
}

// MARK: Steps

extension PlanPlayer {
  /// Drops what is scheduled and what does not sound, so that the job begins from what is heard.
  private func clear() async throws {
    if !hasOpened {
      hasOpened = true
      try await stage.send(schedule.opening, atSeconds: nil)
    }
    if isScheduled {
      isScheduled = false
      hasCancelled = true
      try await stage.send([StemMessage.cancel], atSeconds: nil)
    }
    try await freeSilent()
  }

  private func silence(_ sections: [SeatedSection]) async throws {
    let stops = sections.flatMap(\.stems).map { StemMessage.stop($0.id, fadeSeconds: Self.stopFade) }
    let messages = (isScheduled ? [StemMessage.cancel] : []) + stops
    isScheduled = false
    if !messages.isEmpty { try await stage.send(messages, atSeconds: nil) }
  }

  /// Loads a section into the first free seat; stems that fail are reported and left out.
  private func load(_ index: Int) async throws -> SeatedSection {
    let taken = seated.map(\.seat)
    let seat = PlanSeat.all.first { !taken.contains($0) } ?? PlanSeat.all[0]
    var section = SeatedSection(schedule.plan.sections[index], index: index, seat: seat)
    seated.append(section)
    do {
      let loads = section.stems.map { StemLoad(id: $0.id, path: $0.stem.path, name: $0.stem.name) }
      try await stage.load(loads)
    } catch let failures as StemLoadFailures {
      for stem in section.stems {
        guard let reason = failures.reasons[stem.id] else { continue }
        report(.loadFailed(section: index, stem: stem.stem.name, reason: reason))
      }
      section.stems.removeAll { failures.reasons[$0.id] != nil }
      if let place = seated.firstIndex(where: { $0.seat == seat }) { seated[place] = section }
    }
    try Task.checkCancellation()
    report(.loaded(section: index))
    return section
  }

  private func takeOver(to new: SeatedSection, at frame: Int, crossfadeFrames: Int) async throws {
    try Task.checkCancellation()
    let takeOver = PlanTakeOver(from: sounding, to: new, at: frame, crossfadeFrames: crossfadeFrames)
    sounding.append(new)
    isScheduled = true
    for moment in takeOver.moments(atSampleRate: schedule.sampleRate) { try await send(moment) }
  }

  private func send(_ moment: PlanMoment) async throws {
    guard !moment.messages.isEmpty else { return }
    try await stage.send(moment.messages, atSeconds: moment.seconds(atSampleRate: schedule.sampleRate))
  }

  private func wait(untilFrame frame: Int, plus seconds: Double = 0) async throws {
    try await stage.wait(untilSeconds: Double(frame) / schedule.sampleRate + seconds)
    try Task.checkCancellation()
    for refusal in await stage.takeRefusals() where !Self.expected.contains(refusal.command) {
      report(.refused(refusal))
    }
  }

  /// Commands that may find nothing left to do.
  private static let expected: Set = ["/stop_stem", "/free_buffer", "/cancel"]

  /// Frees the memory of every section that does not sound.
  private func freeSilent() async throws {
    let silent = seated.filter { section in !sounding.contains { $0.seat == section.seat } }
    seated.removeAll { section in silent.contains { $0.seat == section.seat } }
    let messages = silent.flatMap(\.stems).map { StemMessage.free($0.id) }
    if !messages.isEmpty { try await stage.send(messages, atSeconds: nil) }
  }

  /// The frame at which a section can start that waits for nothing: a multiple of 64.
  private func soonestStart() async throws -> Int {
    // What has slipped past a cancel must have happened by then.
    let isLong = sounding.isEmpty || hasCancelled
    hasCancelled = false
    let lead = isLong ? max(Self.leadIn, stage.leadSeconds) : stage.leadSeconds
    let frames = try await stage.clock().frames + Int((lead * schedule.sampleRate).rounded(.up))
    try Task.checkCancellation()
    return (frames + 63) / 64 * 64
  }

  /// The frame at which a section that is due then can start; reports it if that is later.
  private func onTime(_ due: Int, section: Int) async throws -> Int {
    let clock = try await stage.clock()
    let soonest = clock.frames + Int((stage.leadSeconds * schedule.sampleRate).rounded(.up))
    guard due < soonest else { return due }
    report(.late(section: section, seconds: Double(soonest - due) / schedule.sampleRate))
    return soonest
  }

  private func report(_ event: PlanProgress) { reports.yield(event) }
}
