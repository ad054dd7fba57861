/// The members of one object of a plan. What is missing, of the wrong type or out of range is reported and reads as
/// nil; null reads as left out.
struct PlanFields {
  let path: String
  let place: JSONPlace
  /// The members whose keys are not known, in their order.
  let unknown: [JSONMember]
  private let members: [JSONMember]
  private let findings: PlanFindings

  /// Reports a value that is no object, keys that stand twice, and keys that look misspelt.
  init?(_ value: JSONValue, path: String, known: [String], findings: PlanFindings) {
    guard let members = Self.members(of: value, path: path, findings: findings) else { return nil }
    self.path = path
    self.place = value.place
    self.members = members
    self.findings = findings
    unknown = members.filter { !known.contains($0.key) }
    for member in unknown {
      guard let meant = PlanKeys.meant(by: member.key, among: known) else { continue }
      // Beside the right key, a similar one is somebody else's.
      let severity: PlanProblem.Severity = members.contains { $0.key == meant } ? .warning : .mistake
      let text = "unknown key '\(member.key)': did you mean '\(meant)'?"
      findings.report(severity, join(member.key), at: member.place, text)
    }
  }

  /// The members of an object whose keys are names of the author's own; nil and reported if the value is no object.
  static func members(of value: JSONValue, path: String, findings: PlanFindings) -> [JSONMember]? {
    guard case .object(let members) = value.content else {
      findings.mistake(path, at: value.place, "must be an object, is \(value.kind)")
      return nil
    }
    var first: [String: JSONPlace] = [:]
    return members.filter { member in
      guard let earlier = first.updateValue(member.place, forKey: member.key) else { return true }
      first[member.key] = earlier
      let text = "the key stands twice, first in line \(earlier.line): the second is not used"
      findings.mistake(path.isEmpty ? member.key : "\(path).\(member.key)", at: member.place, text)
      return false
    }
  }

  func join(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  /// The value of a key; nil if it is missing or null.
  func value(_ key: String) -> JSONValue? {
    members.first { $0.key == key && !$0.value.isNull }?.value
  }

  /// Where a key's value is, or the object if the key is missing.
  func place(of key: String) -> JSONPlace { value(key)?.place ?? place }

  /// The value of a key that must be there; reports one that is not, unless a misspelt one was reported for it.
  func required(_ key: String, known: [String]) -> JSONValue? {
    if let value = value(key) { return value }
    if let null = members.first(where: { $0.key == key }) {
      findings.mistake(join(key), at: null.value.place, "must not be null")
    } else if !unknown.contains(where: { PlanKeys.meant(by: $0.key, among: known) == key }) {
      findings.mistake(join(key), at: place, "the key '\(key)' is missing")
    }
    return nil
  }

  func string(_ key: String) -> String? { value(key).flatMap { string($0, path: join(key)) } }

  func string(_ value: JSONValue, path: String) -> String? {
    if case .string(let string) = value.content { return string }
    findings.mistake(path, at: value.place, "must be a string, is \(value.kind)")
    return nil
  }

  func boolean(_ key: String) -> Bool? {
    guard let value = value(key) else { return nil }
    if case .boolean(let boolean) = value.content { return boolean }
    findings.mistake(join(key), at: value.place, "must be true or false, is \(value.kind)")
    return nil
  }

  func number(_ key: String, _ range: PlanRange) -> Double? {
    guard let value = value(key) else { return nil }
    guard case .number(let number) = value.content else {
      findings.mistake(join(key), at: value.place, "must be a number, is \(value.kind)")
      return nil
    }
    guard range.contains(number) else {
      findings.mistake(join(key), at: value.place, "must be \(range.words), is \(PlanText.number(number))")
      return nil
    }
    return number
  }
}
