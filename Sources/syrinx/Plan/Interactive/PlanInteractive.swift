import RemixPlan

/// A plan open at a prompt: commands typed by a person, or lines from a pipe, played on a server.
struct PlanInteractive {
  let reading: PlanReading
  let host: String
  let port: Int

  /// Runs until `quit`, the end of the input, or an interrupt while nothing plays; then fades out.
  /// - Returns: the exit code.
  /// - Throws: `PlanRefusal` and `StageError`.
  func run() async throws -> Int32 {
    _ = try reading.playable()
    let stage = try await OSCPlanStage.connect(host: host, port: port)
    do {
      let code = try await run(on: stage)
      await stage.close()
      return code
    } catch {
      await stage.close()
      throw error
    }
  }

  /// The same on a server that there is a connection to already, which stays open.
  func run(on stage: any PlanStage & StageMeters) async throws -> Int32 {
    let plan = try reading.playable()
    let player = try PlanPlayer(plan: plan, stage: stage)
    let (inputs, deliver) = AsyncStream<ConsoleInput>.makeStream()
    let console = Self.console(for: plan) { deliver.yield($0) }
    let interrupts = Interrupts()
    let session = PlanSession(
      reading: reading, player: player, stage: stage, console: console, leave: { deliver.yield(.end) })

    let events = Task {
      for await event in player.progress { console.show(player.schedule.words(for: event)) }
    }
    let interrupting = Task {
      for await _ in interrupts.signals where await !session.interrupt() { deliver.yield(.interrupt) }
    }
    if Terminal.inputIsTerminal { console.show(session.greeting) }
    console.ask()
    for await input in inputs {
      guard case .line(let line) = input, await session.perform(PlanCommand(line)) else { break }
      console.ask()
    }
    let code = await session.end()
    player.close()
    await events.value
    interrupts.end()
    await interrupting.value
    await console.close()
    return code
  }

  private static func console(
    for plan: RemixPlan, deliver: @escaping @Sendable (ConsoleInput) -> Void
  ) -> any Console {
    let names = plan.sections.map(\.name)
    let isTerminal = Terminal.inputIsTerminal && Terminal.outputIsTerminal
    let editor = isTerminal ? LineEditor(names: names, deliver: deliver) : nil
    return editor ?? PlainConsole(deliver: deliver)
  }
}

extension LineEditor {
  fileprivate convenience init?(names: [String], deliver: @escaping @Sendable (ConsoleInput) -> Void) {
    self.init(
      complete: { line in
        let completion = PlanCompletion(of: line, sections: names)
        return (completion.replacing, completion.candidates, completion.common)
      }, deliver: deliver)
  }
}
