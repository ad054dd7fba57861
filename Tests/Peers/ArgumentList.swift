/// The words of a command line, as options are taken out of them.
struct ArgumentList {
  private(set) var rest: [String]

  init(_ words: some Sequence<String>) { rest = Array(words) }

  /// Takes an option with its value.
  mutating func take(option name: String) -> String? {
    guard let index = rest.firstIndex(of: name), index + 1 < rest.count else { return nil }
    defer { rest.removeSubrange(index...index + 1) }
    return rest[index + 1]
  }

  mutating func take(flag name: String) -> Bool {
    guard let index = rest.firstIndex(of: name) else { return false }
    rest.remove(at: index)
    return true
  }
}
