/// The order in which the sections of a plan play.
enum SectionOrder {
  /// The sections' places in the file, in playing order: by the number in front of their keys if every key has one
  /// (equal numbers by the whole key), else as the file has them.
  static func order(of keys: [String]) -> [Int] {
    let numbers = keys.map(leadingNumber)
    guard !numbers.contains(where: \.isEmpty) else { return Array(keys.indices) }
    return keys.indices.sorted { left, right in
      let (a, b) = (significant(numbers[left]), significant(numbers[right]))
      if a.count != b.count { return a.count < b.count }
      if a != b { return a < b }
      return (keys[left], left) < (keys[right], right)
    }
  }

  /// The ASCII digits in front of a key.
  static func leadingNumber(_ key: String) -> String { String(key.prefix { ("0"..."9").contains($0) && $0.isASCII }) }

  private static func significant(_ digits: String) -> Substring { digits.drop { $0 == "0" } }
}
