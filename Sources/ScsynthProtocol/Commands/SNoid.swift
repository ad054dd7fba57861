import Render

/// Takes the ids of synths away: they play on, unknown.
enum SNoid: ScsynthCommand {
  static let address = "/s_noid"
  static let number: Int32? = 49

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    while !arguments.isAtEnd {
      var command = RenderCommand(.renameNode, node: arguments.integer())
      command.target = server.takeHiddenID()
      moment.add(command, tolerated: true)
    }
  }
}
