import Render

/// Puts nodes before others: pairs of node and target.
enum NBefore: ScsynthCommand {
  static let address = "/n_before"
  static let number: Int32? = 18

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    NodePair.move(&arguments, .before, in: moment)
  }
}
