import Foundation

/// What a benchmark prints, each line as soon as it is known.
enum Report {
  static func line(_ text: String) {
    print(text)
    fflush(nil)
  }

  /// Cells under one another.
  static func row(_ cells: [String]) -> String {
    cells.map { $0.padding(toLength: max(18, $0.count + 2), withPad: " ", startingAt: 0) }.joined()
  }

  static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}
