import Render

/// Has everybody who is notified told where nodes stand: `/n_info`.
enum NQuery: ScsynthCommand {
  static let address = "/n_query"
  static let number: Int32? = 46

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    while !arguments.isAtEnd { moment.add(RenderCommand(.askPlace, node: arguments.integer())) }
  }
}
