import Foundation
import RemixPlan

/// A plan as an aligned text: what it says, how long everything lasts, and every problem in it.
struct PlanInfo {
  let reading: PlanReading

  var lines: [String] {
    var lines: [String] = []
    if let plan = reading.plan {
      lines += heading(plan)
      for index in plan.sections.indices { lines += [""] + section(index, of: plan) }
      lines.append("")
    }
    return lines + problems
  }

  func print() { Terminal.write(lines.joined(separator: "\n") + "\n") }

  /// The sections with their numbers, a line each.
  static func list(_ plan: RemixPlan) -> [String] {
    var table = TextTable(rightAligned: [0, 3])
    for (index, section) in plan.sections.enumerated() {
      let stems = section.stems.map { PlanText.printable($0.name) }.joined(separator: " ")
      table.add([
        "\(index + 1)", PlanText.printable(section.name), PlanText.printable(section.type ?? ""),
        PlanText.time(section.seconds), stems,
      ])
    }
    return table.lines()
  }

  private func heading(_ plan: RemixPlan) -> [String] {
    var table = TextTable()
    table.add(["plan", PlanText.printable(reading.file)])
    if let theme = plan.theme { table.add(["theme", PlanText.printable(theme)]) }
    if let song = plan.baseSong { table.add(["base song", PlanText.printable(song)]) }
    let base = [plan.baseBPM.map { "\(PlanText.number($0)) BPM" }, plan.baseKey.map(PlanText.printable)]
    if base.contains(where: { $0 != nil }) { table.add(["base", base.compactMap(\.self).joined(separator: ", ")]) }
    let stems = plan.sections.reduce(0) { $0 + $1.stems.count }
    table.add([
      "length", "\(PlanText.time(length(plan))), \(count(plan.sections.count, "section")), \(count(stems, "stem"))",
    ])
    if let structure = plan.structure {
      table.add(["structure", structure.map(PlanText.printable).joined(separator: " ")])
    }
    return table.lines()
  }

  /// In seconds, crossfades taken off; nil if that of any section is not known.
  private func length(_ plan: RemixPlan) -> Double? {
    var total = 0.0
    for (index, section) in plan.sections.enumerated() {
      guard let seconds = section.seconds else { return nil }
      total += seconds - (index > 0 ? section.crossfade : 0)
    }
    return total
  }

  private func section(_ index: Int, of plan: RemixPlan) -> [String] {
    let section = plan.sections[index]
    var words = ["\(index + 1)", PlanText.printable(section.name)]
    if let type = section.type { words.append("(\(PlanText.printable(type)))") }
    words.append(PlanText.time(section.seconds))
    switch section.length {
    case .firstStem: break
    case .seconds: words.append("by 'duration'")
    case .bars(let bars, let bpm): words.append("by 'bars': \(PlanText.number(bars)) at \(PlanText.number(bpm)) BPM")
    }
    if section.crossfade > 0, index > 0 { words.append("after a crossfade of \(PlanText.number(section.crossfade)) s") }
    return [words.joined(separator: "  ")] + stems(section)
  }

  private func stems(_ section: PlanSection) -> [String] {
    var table = TextTable(rightAligned: [1, 2, 3, 5])
    table.add(["stem", "length", "rate", "BPM", "key", "volume", "file", "song"])
    for stem in section.stems {
      let file = stem.facts.map { "\(PlanText.number($0.sampleRate)) Hz \(channels($0.channels))" } ?? "unreadable"
      table.add([
        PlanText.printable(stem.name), PlanText.time(stem.seconds), PlanText.decimals(stem.rate, 4),
        stem.bpm.map(PlanText.number) ?? "", PlanText.printable(stem.key ?? ""), PlanText.decimals(stem.volume, 2),
        file,
        PlanText.printable(stem.song ?? stem.file),
      ])
    }
    return table.lines(indent: 3)
  }

  private func channels(_ count: Int) -> String {
    switch count {
    case 1: "mono"
    case 2: "stereo"
    default: "\(count) channels"
    }
  }

  private var problems: [String] {
    guard !reading.problems.isEmpty else { return ["no problems"] }
    let mistakes = reading.mistakes.count
    let others = reading.problems.count - mistakes
    let parts = [mistakes > 0 ? count(mistakes, "mistake") : nil, others > 0 ? count(others, "remark") : nil]
    return [parts.compactMap(\.self).joined(separator: ", ") + ":"] + reading.lines.map { "  " + $0 }
  }

  private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
