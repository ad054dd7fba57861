/// Reads a section of a plan.
struct SectionReader {
  let findings: PlanFindings
  let baseBPM: Double?
  /// Seconds, for sections that state no crossfade of their own.
  let crossfade: Double

  /// Nil and reported if the value is no object; a section with mistakes has gaps.
  func section(_ member: JSONMember, files: inout StemFileCheck) -> PlanSection? {
    let path = "sections.\(member.key)"
    if member.key.isEmpty { findings.mistake(path, at: member.place, "a section needs a name") }
    let keys = PlanKeys.section
    guard let fields = PlanFields(member.value, path: path, known: keys, findings: findings) else { return nil }
    return PlanSection(
      name: member.key, type: fields.string("type"), stems: stems(fields, keys, files: &files), length: length(fields),
      crossfade: fields.number("crossfade", .crossfade) ?? crossfade, unknown: fields.unknown, place: member.place)
  }

  private func stems(_ fields: PlanFields, _ keys: [String], files: inout StemFileCheck) -> [PlanStem] {
    let path = fields.join("stems")
    guard let value = fields.required("stems", known: keys),
      let members = PlanFields.members(of: value, path: path, findings: findings)
    else { return [] }
    if members.isEmpty { findings.mistake(path, at: value.place, "a section needs at least one stem") }
    if members.count > PlanSeat.mostStems {
      let text = "a section can have \(PlanSeat.mostStems) stems, this one has \(members.count)"
      findings.mistake(path, at: value.place, text)
    }
    let reader = StemReader(findings: findings, baseBPM: baseBPM)
    return members.compactMap { reader.stem($0, in: path, files: &files) }
  }

  private func length(_ fields: PlanFields) -> PlanLength {
    let duration = fields.number("duration", .duration)
    let bars = fields.number("bars", .bars)
    if fields.value("bars") != nil {
      let (path, place) = (fields.join("bars"), fields.place(of: "bars"))
      if fields.value("duration") != nil {
        findings.mistake(path, at: place, "a section has either 'duration' or 'bars', not both")
      } else if baseBPM == nil {
        findings.mistake(path, at: place, "'bars' needs the plan's 'base_bpm'")
      }
    }
    if let duration { return .seconds(duration) }
    if let bars, let baseBPM { return .bars(bars, bpm: baseBPM) }
    return .firstStem
  }
}
