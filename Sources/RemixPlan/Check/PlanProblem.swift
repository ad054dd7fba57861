/// Something about a plan that its author should know, with its place.
public struct PlanProblem: Sendable, Equatable, CustomStringConvertible {
  public enum Severity: String, Sendable, Comparable {
    /// The plan plays, though not quite as written.
    case notice
    /// The plan plays, but something in it contradicts itself.
    case warning
    /// The plan does not play.
    case mistake

    private var rank: Int {
      switch self {
      case .notice: 0
      case .warning: 1
      case .mistake: 2
      }
    }

    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
  }

  public let severity: Severity
  /// The keys that lead there, such as `sections.00_intro.stems.bass.file`; empty for the document itself.
  public let path: String
  public let place: JSONPlace
  public let text: String

  public init(_ severity: Severity, path: String, place: JSONPlace, _ text: String) {
    self.severity = severity
    self.path = path
    self.place = place
    self.text = text
  }

  public var description: String {
    let subject = path.isEmpty ? "" : "\(path): "
    return PlanText.printable("\(place.line):\(place.column): \(severity.rawValue): \(subject)\(text)")
  }
}
