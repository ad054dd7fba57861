import Foundation

/// Quantities as people read them.
public enum PlanText {
  /// Up to four decimals, none that say nothing: "140", "0.9790".
  public static func number(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "not a number" : value < 0 ? "-infinity" : "infinity" }
    guard abs(value) < 1e12 else { return "\(value)" }
    guard value != value.rounded() else { return "\(Int(value))" }
    guard abs(value) >= 0.00005 else { return "\(value)" }
    return decimals(value, 4)
  }

  /// A fixed number of decimals, with a point whatever the locale.
  public static func decimals(_ value: Double, _ count: Int) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "\(value)" }
    let scale = (0..<min(max(count, 0), 6)).reduce(1.0) { scale, _ in scale * 10 }
    let whole = Int((abs(value) * scale).rounded())
    let sign = value < 0 && whole > 0 ? "-" : ""
    guard scale > 1 else { return "\(sign)\(whole)" }
    let parts = whole.quotientAndRemainder(dividingBy: Int(scale))
    let fraction = String(parts.remainder)
    return "\(sign)\(parts.quotient)." + String(repeating: "0", count: count - fraction.count) + fraction
  }

  /// A share of full scale in decibels, "-inf" for silence.
  public static func decibels(_ level: Double) -> String {
    guard level > 0.000_01, level.isFinite else { return level > 1 ? "+inf" : "-inf" }
    return decimals(20 * log10(level), 1)
  }

  /// A text in one line that does nothing to a terminal: control characters are escaped.
  public static func printable(_ text: String) -> String {
    let isClean = text.unicodeScalars.allSatisfy { !isControl($0) }
    if isClean { return text }
    return text.unicodeScalars.reduce(into: "") { line, scalar in
      if isControl(scalar) {
        line += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        line.unicodeScalars.append(scalar)
      }
    }
  }

  /// Control characters, line separators, and those that turn the direction of text around.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Minutes and seconds, with tenths: "1:07.3"; "?" for what is not known.
  public static func time(_ seconds: Double?) -> String {
    guard let seconds, seconds.isFinite, abs(seconds) < 1e9 else { return "?" }
    let tenths = Int((max(seconds, 0) * 10).rounded())
    let (minutes, rest) = tenths.quotientAndRemainder(dividingBy: 600)
    return "\(minutes):\(rest < 100 ? "0" : "")\(rest / 10).\(rest % 10)"
  }
}
