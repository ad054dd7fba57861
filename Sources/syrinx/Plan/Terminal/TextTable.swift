/// Rows of text in aligned columns.
struct TextTable {
  private var rows: [[String]] = []
  private let rightAligned: Set<Int>

  /// - Parameter rightAligned: the columns, counted from 0, whose texts end together.
  init(rightAligned: Set<Int> = []) { self.rightAligned = rightAligned }

  mutating func add(_ row: [String]) { rows.append(row) }

  func lines(indent: Int = 0) -> [String] {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? TextWidth.width(of: $0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, text in
        TextWidth.padded(text, to: widths[column], right: rightAligned.contains(column))
      }
      let line = String(repeating: " ", count: indent) + cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }
}
