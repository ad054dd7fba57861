/// A bar that fills from the left.
enum TextBar {
  /// - Parameter share: 0 to 1; beyond that it is empty or full.
  static func text(_ share: Double, columns: Int) -> String {
    let (full, empty): (Character, Character) = Terminal.showsUnicode ? ("█", "░") : ("#", "-")
    let filled = Int((min(max(share.isNaN ? 0 : share, 0), 1) * Double(max(columns, 0))).rounded())
    return String(repeating: full, count: filled) + String(repeating: empty, count: max(columns - filled, 0))
  }
}
