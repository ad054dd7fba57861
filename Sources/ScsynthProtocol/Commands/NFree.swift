import Render

/// Frees nodes.
enum NFree: ScsynthCommand {
  static let address = "/n_free"
  static let number: Int32? = 11

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    while !arguments.isAtEnd {
      let node = arguments.integer()
      if node != 0 { moment.add(RenderCommand(.freeNode, node: node)) }
    }
  }
}
