import OSC

/// Tells the trees of groups: `/g_queryTree.reply`; pairs of group and whether with controls.
enum GQueryTree: ScsynthCommand {
  static let address = "/g_queryTree"
  static let number: Int32? = 57

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    while !arguments.isAtEnd {
      let group = arguments.integer()
      let withControls = arguments.integer() != 0
      server.readTree(of: group, withControls: withControls, request, in: moment) { tree in
        request.reply(OSCMessage("/g_queryTree.reply", tree.arguments(withControls: withControls)))
      }
    }
  }
}
