import Render

/// Puts nodes at the head of groups: pairs of group and node.
enum GHead: ScsynthCommand {
  static let address = "/g_head"
  static let number: Int32? = 22

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    while !arguments.isAtEnd {
      let group = arguments.integer()
      var command = RenderCommand(.moveNode, node: arguments.integer(), index: AddAction.head.rawValue)
      command.target = group
      moment.add(command, word: { $0.failure == .noSuchTarget ? .groupNotFound(group) : nil })
    }
  }
}
