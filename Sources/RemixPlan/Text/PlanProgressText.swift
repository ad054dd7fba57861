extension PlanSchedule {
  /// An event in a line for people.
  public func words(for event: PlanProgress) -> String {
    switch event {
    case .loaded(let section):
      "loaded   \(title(section))"
    case .loadFailed(let section, let stem, let reason):
      "missing  \(title(section)) plays without \(PlanText.printable(stem)): \(PlanText.printable(reason))"
    case .late(let section, let seconds):
      "late     \(title(section)) was not loaded in time: it starts \(PlanText.decimals(seconds, 2)) s late"
    case .started(let section, _, let repeats):
      "playing  \(title(section)), \(length(section))\(repeats ? ", over and over" : "")\(stems(section))"
    case .refused(let refusal):
      "refused  \(PlanText.printable(refusal.description))"
    case .finished:
      "finished"
    case .stopped:
      "stopped"
    }
  }

  /// A section's number among all, and its name: "2/6 01_verse".
  public func title(_ section: Int) -> String {
    guard plan.sections.indices.contains(section) else { return "\(section &+ 1)/\(plan.sections.count)" }
    return "\(section + 1)/\(plan.sections.count) \(PlanText.printable(plan.sections[section].name))"
  }

  private func length(_ section: Int) -> String {
    sections.indices.contains(section) ? PlanText.time(Double(sections[section].frames) / sampleRate) : "?"
  }

  private func stems(_ section: Int) -> String {
    guard plan.sections.indices.contains(section) else { return "" }
    return ": " + plan.sections[section].stems.map { PlanText.printable($0.name) }.joined(separator: ", ")
  }
}
