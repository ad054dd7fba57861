import Render

/// Puts nodes at the tail of groups: pairs of group and node.
enum GTail: ScsynthCommand {
  static let address = "/g_tail"
  static let number: Int32? = 23

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    while !arguments.isAtEnd {
      let group = arguments.integer()
      var command = RenderCommand(.moveNode, node: arguments.integer(), index: AddAction.tail.rawValue)
      command.target = group
      moment.add(command, word: { $0.failure == .noSuchTarget ? .groupNotFound(group) : nil })
    }
  }
}
