import RemixPlan

/// The lines that show a playing plan on a terminal.
struct PlanBlock {
  let watch: PlanWatch
  let columns: Int
  let rows: Int

  /// As many lines as the terminal has room for, none wider than it is.
  var lines: [String] {
    let lines = [title, section, bar] + stems + [server]
    return lines.map { TextWidth.cut($0, to: columns - 1) }
  }

  private var plan: RemixPlan { watch.schedule.plan }

  private var title: String {
    let base = [plan.theme.map(PlanText.printable), plan.baseBPM.map { "\(PlanText.number($0)) BPM" }, plan.baseKey]
    let name = base.compactMap(\.self).map(PlanText.printable).joined(separator: ", ")
    let total = "\(PlanText.time(watch.totalElapsed)) of \(PlanText.time(watch.totalLength))"
    return spread(name.isEmpty ? "plan" : name, total)
  }

  private var section: String {
    guard let index = watch.section else { return "loading \(watch.schedule.title(0))" }
    let type = plan.sections[index].type.map { " (\(PlanText.printable($0)))" } ?? ""
    let left = PlanText.time(max(watch.length - watch.elapsed, 0))
    return spread("\(watch.schedule.title(index))\(type)", "\(left) left")
  }

  private var bar: String {
    let share = watch.length > 0 ? watch.elapsed / watch.length : 0
    return TextBar.text(share, columns: min(columns - 1, 100))
  }

  private var stems: [String] {
    guard let index = watch.section else { return [] }
    let room = max(rows - 6, 1)
    let sounding = watch.stems.filter(\.isPlaying)
    var table = TextTable(rightAligned: [2])
    for (place, stem) in plan.sections[index].stems.enumerated().prefix(room) {
      // While two sections cross, ids of both sound: those of this section are in the seat of its turn.
      let reading = reading(ofStem: place, in: index, among: sounding)
      let level = reading.map { PlanText.decibels($0.peak) + " dB" } ?? "silent"
      let meter = TextBar.text(((reading.map { decibels($0.peak) } ?? -60) + 60) / 60, columns: 20)
      table.add([PlanText.printable(stem.name), meter, level, PlanText.printable(stem.song ?? stem.file)])
    }
    let hidden = plan.sections[index].stems.count - room
    return table.lines(indent: 2) + (hidden > 0 ? ["  and \(hidden) more"] : [])
  }

  private func reading(ofStem place: Int, in section: Int, among sounding: [StemReading]) -> StemReading? {
    let id = PlanSchedule.seat(ofSection: section).id(ofStem: place)
    return sounding.first { $0.id == id }
  }

  private func decibels(_ level: Double) -> Double { Double(PlanText.decibels(level)) ?? -60 }

  private var server: String {
    var parts = watch.status.map { [StatusText.summary($0)] } ?? []
    if let index = watch.section, index + 1 < plan.sections.count {
      let isLoaded = watch.loaded == index + 1
      parts.append("next \(watch.schedule.title(index + 1))\(isLoaded ? ", loaded" : ", loading")")
    }
    return parts.joined(separator: ", ")
  }

  /// One text at each end of the line.
  private func spread(_ left: String, _ right: String) -> String {
    let room = min(columns - 1, 100) - TextWidth.width(of: right) - 1
    return TextWidth.padded(TextWidth.cut(left, to: max(room, 0)), to: max(room, 0)) + " " + right
  }
}
