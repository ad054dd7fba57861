/// Reads a plan's document.
struct PlanReader {
  let findings = PlanFindings()
  var files: StemFileCheck

  /// Nil and reported if the document is no object; a plan with mistakes has gaps.
  mutating func plan(_ document: JSONValue) -> RemixPlan? {
    let keys = PlanKeys.plan
    guard let fields = PlanFields(document, path: "", known: keys, findings: findings) else { return nil }
    let baseBPM = fields.number("base_bpm", .bpm)
    let crossfade = fields.number("crossfade", .crossfade) ?? 0
    let plan = RemixPlan(
      theme: fields.string("theme"), baseSong: fields.string("base_song"), baseBPM: baseBPM,
      baseKey: fields.string("base_key"), structure: structure(fields),
      sections: sections(fields, keys, SectionReader(findings: findings, baseBPM: baseBPM, crossfade: crossfade)),
      unknown: fields.unknown)
    PlanCheck(plan: plan, fields: fields, findings: findings).run()
    return plan
  }

  private func structure(_ fields: PlanFields) -> [String]? {
    guard let value = fields.value("structure") else { return nil }
    guard case .array(let elements) = value.content else {
      findings.mistake("structure", at: value.place, "must be an array of strings, is \(value.kind)")
      return nil
    }
    let names = elements.enumerated().compactMap { fields.string($0.element, path: "structure[\($0.offset)]") }
    return names.count == elements.count ? names : nil
  }

  private mutating func sections(_ fields: PlanFields, _ keys: [String], _ reader: SectionReader) -> [PlanSection] {
    guard let value = fields.required("sections", known: keys),
      let members = PlanFields.members(of: value, path: "sections", findings: findings)
    else { return [] }
    if members.isEmpty { findings.mistake("sections", at: value.place, "a plan needs at least one section") }
    var sections: [PlanSection] = []
    for index in SectionOrder.order(of: members.map(\.key)) {
      if let section = reader.section(members[index], files: &files) { sections.append(section) }
    }
    return sections
  }
}
