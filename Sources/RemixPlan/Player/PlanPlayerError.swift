/// Why a player did not do what it was asked for.
public enum PlanPlayerError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A section's index that the plan does not have.
  case noSuchSection(Int)
  /// No stem of a section could be loaded.
  case nothingLoaded(section: String)

  public var description: String {
    switch self {
    case .noSuchSection(let index): "the plan has no section \(index &+ 1)"
    case .nothingLoaded(let section): "section \(section): none of its stems could be loaded"
    }
  }
}
