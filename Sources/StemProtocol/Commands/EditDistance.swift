/// How many letters must be put in, left out or changed to make one word of another.
enum EditDistance {
  /// - Source: V. Levenshtein, 1966. Words beyond 64 letters count as far apart.
  static func between(_ one: String, _ other: String) -> Int {
    let first = Array(one.utf8.prefix(65))
    let second = Array(other.utf8.prefix(65))
    guard first.count <= 64, second.count <= 64 else { return 64 }
    var row = Array(0...second.count)
    for (i, letter) in first.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, against) in second.enumerated() {
        let changed = diagonal + (letter == against ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(changed, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[second.count]
  }
}
