import Render

/// Puts nodes behind others: pairs of node and target.
enum NAfter: ScsynthCommand {
  static let address = "/n_after"
  static let number: Int32? = 19

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    NodePair.move(&arguments, .after, in: moment)
  }
}
