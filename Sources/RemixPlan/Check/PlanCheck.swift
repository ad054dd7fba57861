/// What holds between the parts of a plan.
struct PlanCheck {
  let plan: RemixPlan
  let fields: PlanFields
  let findings: PlanFindings

  /// A section shorter than this, in seconds, may be over before the next one is loaded.
  static let shortest = 1.0

  func run() {
    checkSong()
    checkStructure()
    for index in plan.sections.indices {
      checkLength(index)
      checkCrossfade(index)
    }
  }

  private func checkSong() {
    let songs = plan.sections.flatMap { $0.stems.compactMap(\.song) }
    guard let song = plan.baseSong, !songs.isEmpty, !songs.contains(song) else { return }
    findings.report(.warning, "base_song", at: fields.place(of: "base_song"), "no stem is of the song '\(song)'")
  }

  private func checkStructure() {
    guard let structure = plan.structure, !plan.sections.isEmpty else { return }
    let place = fields.place(of: "structure")
    if structure.count != plan.sections.count {
      let text = "lists \(structure.count) sections, the plan has \(plan.sections.count)"
      return findings.report(.warning, "structure", at: place, text)
    }
    for (index, (listed, section)) in zip(structure, plan.sections).enumerated() {
      let type = section.type ?? Self.type(ofSectionNamed: section.name)
      guard listed.lowercased() != type.lowercased(), listed != section.name else { continue }
      let text = "is '\(listed)', but section \(section.name) is of the type '\(type)'"
      findings.report(.warning, "structure[\(index)]", at: place, text)
    }
  }

  private static func type(ofSectionNamed name: String) -> String {
    String(name.dropFirst(SectionOrder.leadingNumber(name).count).drop { "_- .".contains($0) })
  }

  private func checkLength(_ index: Int) {
    let section = plan.sections[index]
    guard let seconds = section.seconds, seconds < Self.shortest, index + 1 < plan.sections.count else { return }
    let text =
      "lasts \(PlanText.number(seconds)) s: if the next section is not loaded by then, this one repeats until it is"
    findings.report(.warning, "sections.\(section.name)", at: section.place, text)
  }

  private func checkCrossfade(_ index: Int) {
    let section = plan.sections[index]
    guard section.crossfade > 0 else { return }
    guard index > 0 else {
      guard case .object(let members)? = own(section), members.contains(where: { $0.key == "crossfade" }) else {
        return
      }
      let text = "nothing plays before the first section: this crossfade has no effect"
      return findings.report(.warning, "sections.\(section.name).crossfade", at: place(section), text)
    }
    let before = plan.sections[index - 1]
    for other in [before, section] {
      guard let seconds = other.seconds, section.crossfade >= seconds else { continue }
      return report(
        section, "must be shorter than section \(other.name), which lasts \(PlanText.number(seconds)) s")
    }
    // A third section must not begin while the first still fades.
    let into = index > 1 ? before.crossfade : 0
    if let seconds = before.seconds, into + section.crossfade > seconds {
      let text =
        "with the crossfade of \(PlanText.number(into)) s into section \(before.name) it must not last longer than "
        + "that section, which lasts \(PlanText.number(seconds)) s"
      report(section, text)
    }
  }

  private func report(_ section: PlanSection, _ text: String) {
    let isOwn = ownCrossfade(section) != nil
    let path = isOwn ? "sections.\(section.name).crossfade" : "crossfade"
    let subject = isOwn ? "" : "into section \(section.name): "
    findings.mistake(path, at: place(section), "\(subject)\(PlanText.number(section.crossfade)) s \(text)")
  }

  private func place(_ section: PlanSection) -> JSONPlace {
    ownCrossfade(section)?.place ?? fields.place(of: "crossfade")
  }

  private func ownCrossfade(_ section: PlanSection) -> JSONValue? {
    guard case .object(let members)? = own(section) else { return nil }
    return members.first { $0.key == "crossfade" && !$0.value.isNull }?.value
  }

  private func own(_ section: PlanSection) -> JSONValue.Content? {
    guard case .object(let sections)? = fields.value("sections")?.content else { return nil }
    return sections.first { $0.key == section.name }?.value.content
  }
}
