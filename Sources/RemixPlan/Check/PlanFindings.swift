/// The problems found so far while a plan is read.
final class PlanFindings {
  private var problems: [PlanProblem] = []

  func report(_ severity: PlanProblem.Severity, _ path: String, at place: JSONPlace, _ text: String) {
    problems.append(PlanProblem(severity, path: path, place: place, text))
  }

  func mistake(_ path: String, at place: JSONPlace, _ text: String) { report(.mistake, path, at: place, text) }

  /// All problems in the order of the file.
  var inOrder: [PlanProblem] {
    problems.enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }.map(\.element)
  }
}
