/// A plan that does not play, with everything that is wrong in it.
public struct PlanRefusal: Error, Sendable, Equatable, CustomStringConvertible {
  public let file: String
  public let mistakes: [PlanProblem]

  public init(file: String, mistakes: [PlanProblem]) {
    self.file = file
    self.mistakes = mistakes
  }

  public var description: String {
    let count = mistakes.count == 1 ? "a mistake" : "\(mistakes.count) mistakes"
    return (["\(file) has \(count):"] + mistakes.map { "  \(file):\($0)" }).joined(separator: "\n")
  }
}
