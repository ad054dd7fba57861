/// What came of reading a plan: the plan, as far as it could be read, and all problems in the order of the file.
public struct PlanReading: Sendable, Equatable {
  /// The plan's file as it was named.
  public let file: String
  /// Nil if the text is no JSON object at all. With mistakes it has gaps: it can be shown, not played.
  public let plan: RemixPlan?
  public let problems: [PlanProblem]

  public init(file: String, plan: RemixPlan?, problems: [PlanProblem]) {
    self.file = file
    self.plan = plan
    self.problems = problems
  }

  public var mistakes: [PlanProblem] { problems.filter { $0.severity == .mistake } }

  /// Each problem in a line of its own, as compilers write them: `FILE:LINE:COLUMN: SEVERITY: PATH: TEXT`.
  public var lines: [String] { problems.map { "\(file):\($0)" } }

  /// The plan, if it has no mistake.
  public func playable() throws(PlanRefusal) -> RemixPlan {
    guard let plan, mistakes.isEmpty else { throw PlanRefusal(file: file, mistakes: mistakes) }
    return plan
  }
}
