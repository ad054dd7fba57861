/// What a section's number or name, as a person types it, leads to; the indices are those of the plan's sections.
public enum SectionLookup: Sendable, Equatable {
  case found(Int)
  /// Several names hold the text.
  case ambiguous([Int])
  case none
}

extension RemixPlan {
  /// Looks up a section by its place in the list (counted from 1), its name, or a part of its name in any case. Digits
  /// behind a zero ("02") are a part of a name.
  public func section(_ text: String) -> SectionLookup {
    let wanted = text.trimmed
    guard !wanted.isEmpty else { return .none }
    if let exact = sections.firstIndex(where: { $0.name == wanted }) { return .found(exact) }
    if !wanted.hasPrefix("0"), let number = Int(wanted), sections.indices.contains(number &- 1) {
      return .found(number - 1)
    }
    let lowercased = wanted.lowercased()
    let fitting = sections.indices.filter { sections[$0].name.lowercased().contains(lowercased) }
    switch fitting.count {
    case 0: return .none
    case 1: return .found(fitting[0])
    default:
      let same = fitting.filter { sections[$0].name.lowercased() == lowercased }
      return same.count == 1 ? .found(same[0]) : .ambiguous(fitting)
    }
  }
}
