/// Reads a stem of a plan.
struct StemReader {
  let findings: PlanFindings
  let baseBPM: Double?

  /// Nil and reported if the value is no object; a stem with mistakes has gaps.
  func stem(_ member: JSONMember, in path: String, files: inout StemFileCheck) -> PlanStem? {
    let path = "\(path).\(member.key)"
    if member.key.isEmpty { findings.mistake(path, at: member.place, "a stem needs a name") }
    let keys = PlanKeys.stem
    guard let fields = PlanFields(member.value, path: path, known: keys, findings: findings) else { return nil }
    let bpm = fields.number("bpm", .bpm)
    var stem = PlanStem(
      name: member.key, song: fields.string("song"), file: "", path: "", bpm: bpm, key: fields.string("key"),
      rate: rate(fields, bpm: bpm), needsTimestretch: fields.boolean("needs_timestretch") ?? false,
      volume: fields.number("volume", .volume), unknown: fields.unknown, place: member.place)
    if stem.needsTimestretch, !PlanRange.stretch.contains(stem.rate) {
      findings.report(
        .notice, fields.join("needs_timestretch"), at: fields.place(of: "needs_timestretch"),
        "plays as varispeed: key-lock takes rates \(PlanRange.stretch.words)")
    }
    readFile(fields, keys, into: &stem, files: &files)
    return stem
  }

  private func rate(_ fields: PlanFields, bpm: Double?) -> Double {
    if fields.value("pitch_shift") != nil { return fields.number("pitch_shift", .rate) ?? 1 }
    guard let baseBPM, let bpm else { return 1 }
    let rate = baseBPM / bpm
    guard PlanRange.rate.contains(rate) else {
      findings.mistake(
        fields.join("bpm"), at: fields.place(of: "bpm"),
        "base_bpm / bpm is the rate, which must be \(PlanRange.rate.words), is \(PlanText.number(rate))")
      return 1
    }
    return rate
  }

  private func readFile(_ fields: PlanFields, _ keys: [String], into stem: inout PlanStem, files: inout StemFileCheck) {
    let path = fields.join("file")
    guard let value = fields.required("file", known: keys), let file = fields.string(value, path: path) else { return }
    stem.file = file
    guard !file.isEmpty else { return findings.mistake(path, at: value.place, "the file's name is empty") }
    guard !file.utf8.contains(0) else {
      return findings.mistake(path, at: value.place, "a file's name must not hold a zero byte")
    }
    stem.path = files.path(of: file)
    switch files.facts(ofFileAt: stem.path) {
    case .success(let facts): stem.facts = facts
    case .failure(let fault): findings.mistake(path, at: value.place, fault.description)
    }
  }
}
