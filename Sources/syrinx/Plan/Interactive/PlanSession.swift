import RemixPlan

/// Carries out the commands of a person who has a plan open.
actor PlanSession {
  private let reading: PlanReading
  private let player: PlanPlayer
  private let stage: any PlanStage & StageMeters
  private let console: any Console
  /// The playing of the whole plan.
  private var whole: Task<Void, Never>?
  /// How many things are being done that can fail.
  private var attempts = 0
  private var code: Int32 = 0

  private let leave: @Sendable () -> Void

  /// - Parameter leave: called when the server is lost while nobody waits for an answer.
  init(
    reading: PlanReading, player: PlanPlayer, stage: any PlanStage & StageMeters, console: any Console,
    leave: @escaping @Sendable () -> Void
  ) {
    self.leave = leave
    self.reading = reading
    self.player = player
    self.stage = stage
    self.console = console
  }

  nonisolated var greeting: String {
    let plan = player.schedule.plan
    let theme = plan.theme.map { "\(PlanText.printable($0)): " } ?? ""
    let length = PlanText.time(player.schedule.totalSeconds)
    return "\(theme)\(plan.sections.count) sections, \(length). Type help for the commands."
  }

  /// - Returns: false if the session is to end.
  func perform(_ command: PlanCommand) async -> Bool {
    switch command {
    case .nothing: break
    case .info: console.show(PlanInfo(reading: reading).lines.joined(separator: "\n"))
    case .list: console.show(PlanInfo.list(player.schedule.plan).joined(separator: "\n"))
    case .play(let name): return await play(name)
    case .full: playWhole()
    case .stop: return await attempt { try await $0.stop() }
    case .status: return await attempt { _ in try await self.showStatus() }
    case .help: console.show(PlanCommand.reference)
    case .quit: return false
    case .unknown(let answer): console.show(answer)
    }
    return true
  }

  /// Stops what plays, or is about to.
  /// - Returns: false if nothing does.
  func interrupt() async -> Bool {
    let isIdle = await player.playing.isEmpty && attempts == 0
    if isIdle { return false }
    _ = await attempt { try await $0.stop() }
    return true
  }

  /// Fades out.
  /// - Returns: the exit code.
  func end() async -> Int32 {
    _ = await attempt { try await $0.stop() }
    await whole?.value
    return code
  }

  private func play(_ name: String) async -> Bool {
    let plan = player.schedule.plan
    switch plan.section(name) {
    case .found(let index):
      return await attempt { try await $0.play(section: index) }
    case .ambiguous(let indices):
      let names = indices.map { "\($0 + 1) \(PlanText.printable(plan.sections[$0].name))" }.joined(separator: ", ")
      console.show("'\(PlanText.printable(name))' fits several sections: \(names)")
    case .none:
      console.show(
        "no section '\(PlanText.printable(name))': give a number from 1 to \(plan.sections.count), or a part of a name "
          + "(see list)")
    }
    return true
  }

  private func playWhole() {
    whole = Task {
      let goesOn = await attempt { try await $0.playWhole() }
      if !goesOn { leave() }
    }
  }

  /// Does something that can fail. What only concerns the plan is told; without its server the session ends.
  private func attempt(_ work: @Sendable (PlanPlayer) async throws -> Void) async -> Bool {
    attempts += 1
    defer { attempts -= 1 }
    do {
      try await work(player)
    } catch let error as StageError {
      if code == 0 { console.show("\(error)") }
      code = 1
      return false
    } catch {
      console.show("\(error)")
    }
    return true
  }

  private func showStatus() async throws {
    let stems = try await stage.stems()
    let status = try await stage.status()
    let playing = await player.playing
    var lines: [String] = playing.isEmpty ? ["nothing plays"] : []
    for section in playing {
      lines.append("playing  \(player.schedule.title(section.index))")
      var table = TextTable(rightAligned: [1, 2])
      for seated in section.stems {
        guard let stem = stems.first(where: { $0.id == seated.id }) else { continue }
        let place = "\(PlanText.time(stem.positionSeconds)) of \(PlanText.time(stem.durationSeconds))"
        let level = stem.isPlaying ? "\(PlanText.decibels(stem.peak)) dB" : "silent"
        table.add([PlanText.printable(seated.stem.name), place, level])
      }
      lines += table.lines(indent: 9)
    }
    lines.append("server   \(StatusText.summary(status))")
    console.show(lines.joined(separator: "\n"))
  }
}
