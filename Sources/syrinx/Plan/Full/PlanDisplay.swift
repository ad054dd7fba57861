import RemixPlan

/// Shows a plan while it plays: on a terminal a block that is drawn anew ten times a second, else a line for each
/// event.
actor PlanDisplay {
  private var watch: PlanWatch
  private let stage: any PlanStage & StageMeters
  private let isTerminal: Bool
  private var drawnLines = 0

  init(schedule: PlanSchedule, stage: any PlanStage & StageMeters, isTerminal: Bool = Terminal.outputIsTerminal) {
    watch = PlanWatch(schedule: schedule)
    self.stage = stage
    self.isTerminal = isTerminal
  }

  /// Returns when the events end.
  func run(_ events: AsyncStream<PlanProgress>) async {
    guard isTerminal else {
      for await event in events { Terminal.write(watch.schedule.words(for: event) + "\n") }
      return
    }
    Terminal.write(Self.hideCursor)
    let drawing = Task {
      var round = 0
      while !Task.isCancelled {
        await look(withStatus: round % 10 == 0)
        if !Task.isCancelled { draw() }
        round += 1
        try? await Task.sleep(for: .milliseconds(100))
      }
    }
    for await event in events { note(event) }
    drawing.cancel()
    await drawing.value
    Terminal.write(Self.showCursor)
  }

  /// Asks the server; what it does not tell stays as it was.
  private func look(withStatus: Bool) async {
    if let clock = try? await stage.clock() { watch.clock = clock }
    if let stems = try? await stage.stems() { watch.stems = stems }
    if withStatus, let status = try? await stage.status() { watch.status = status }
  }

  private func note(_ event: PlanProgress) {
    watch.note(event)
    switch event {
    case .loaded, .started: break
    case .loadFailed, .late, .refused, .finished, .stopped:
      Terminal.write(erasing + watch.schedule.words(for: event) + "\n")
      drawnLines = 0
    }
  }

  private func draw() {
    let size = Terminal.size
    let lines = PlanBlock(watch: watch, columns: size.columns, rows: size.rows).lines
    Terminal.write(Self.wrapOff + erasing + lines.map { $0 + "\n" }.joined() + Self.wrapOn)
    drawnLines = lines.count
  }

  /// Goes back to where the block begins, and clears it.
  private var erasing: String {
    drawnLines > 0 ? "\u{1B}[\(drawnLines)A\r\u{1B}[J" : ""
  }

  private static let hideCursor = "\u{1B}[?25l"
  private static let showCursor = "\u{1B}[?25h"
  private static let wrapOff = "\u{1B}[?7l"
  private static let wrapOn = "\u{1B}[?7h"
}
