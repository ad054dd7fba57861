import Render

/// Frees all nodes in groups.
enum GFreeAll: ScsynthCommand {
  static let address = "/g_freeAll"
  static let number: Int32? = 24

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    while !arguments.isAtEnd {
      var command = RenderCommand(.freeChildren, node: arguments.integer())
      command.flag = server.options.isGuest
      moment.add(command)
    }
  }
}
