/// The outcomes of all cases, as text for a terminal and as a page of the documentation.
public struct NullReport: Sendable {
  private let families: [(name: String, outcomes: [NullOutcome])]
  /// Cases of units that this build does not have.
  private let missing: [NullCase]

  /// - Parameter units: their names; empty: all.
  public init(_ test: NullTest, units: Set<String>) throws {
    var missing: [NullCase] = []
    families = try NullCatalogue.families.map { name, cases in
      let wanted = cases.filter { units.isEmpty || units.contains($0.unit) }
      missing += wanted.filter { !test.hasUnit(of: $0) }
      return (name, try test.run(wanted.filter(test.hasUnit)))
    }
    self.missing = missing
  }

  public var outcomes: [NullOutcome] { families.flatMap(\.outcomes) }
  public var failures: [NullOutcome] { outcomes.filter { $0.failure != nil } }

  public var text: String {
    var lines = outcomes.map { outcome in
      let mark = outcome.failure == nil ? "ok  " : "FAIL"
      return "\(mark) \(outcome.residualText) dB  \(outcome.nullCase.name)  \(outcome.failure ?? "")"
    }
    lines += Set(missing.map(\.unit)).sorted().map { "no unit \($0)" }
    lines.append("\(outcomes.count - failures.count) passed, \(failures.count) failed")
    return lines.joined(separator: "\n")
  }

  public var page: String {
    var lines = [
      "# The null test", "",
      """
      Each unit, rendered by scsynth and by Syrinx from the same SynthDef in the same run (`make peers`). The residual is the \
      power of the difference to that of scsynth's output, in decibels, the worst of all patterns at that rate; "none" \
      is equal to the bit. Where sameness is impossible the property that is tested instead is named.
      """,
      "",
    ]
    for (name, outcomes) in families where !outcomes.isEmpty {
      lines += ["## \(name)", "", "| unit | patterns | residual | |", "| --- | --- | --- | --- |"]
      let groups = Dictionary(grouping: outcomes) { "\($0.nullCase.unit).\($0.nullCase.rate.suffix)" }
      for (unit, group) in groups.sorted(by: { $0.key < $1.key }) {
        lines.append("| \(unit) | \(group.count) | \(Self.worst(group)) | \(Self.remark(group)) |")
      }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }

  private static func worst(_ outcomes: [NullOutcome]) -> String {
    let exact = outcomes.filter { if case .residual = $0.nullCase.expectation { true } else { false } }
    guard let worst = exact.compactMap(\.residual).max() else { return "–" }
    return worst == -.infinity ? "none" : "\(NullOutcome.text(worst)) dB"
  }

  private static func remark(_ outcomes: [NullOutcome]) -> String {
    var words: [String] = []
    for outcome in outcomes {
      if case .property(let text, _) = outcome.nullCase.expectation, !words.contains(text) { words.append(text) }
    }
    let failed = outcomes.count { $0.failure != nil }
    if failed > 0 { words.append("\(failed) do not hold") }
    return words.joined(separator: "; ")
  }
}
