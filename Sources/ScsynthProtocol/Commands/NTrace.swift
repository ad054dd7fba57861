import Render

/// Prints the inputs and outputs of a synth's units in its next block, or the nodes of a group.
enum NTrace: ScsynthCommand {
  static let address = "/n_trace"
  static let number: Int32? = 10

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    while !arguments.isAtEnd { moment.add(RenderCommand(.traceNode, node: arguments.integer())) }
  }
}
