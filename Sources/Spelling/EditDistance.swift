/// How many single slips (a letter too many, too few, wrong, or swapped with its neighbour) lie between two words:
/// the Damerau–Levenshtein distance in its restricted form. Words longer than 64 letters count by their first 64.
public enum EditDistance {
  public static func between(_ one: [Character], _ other: [Character]) -> Int {
    let left = Array(one.prefix(64))
    let right = Array(other.prefix(64))
    guard abs(left.count - right.count) <= 8, !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      for column in 1...right.count {
        let same = left[row - 1] == right[column - 1]
        var best = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          best = min(best, beforeLast[column - 2] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
