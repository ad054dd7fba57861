/// Prints the trees of groups: pairs of group and whether with controls.
enum GDumpTree: ScsynthCommand {
  static let address = "/g_dumpTree"
  static let number: Int32? = 56

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    while !arguments.isAtEnd {
      let group = arguments.integer()
      let withControls = arguments.integer() != 0
      server.readTree(of: group, withControls: withControls, request, in: moment) { [weak server] tree in
        guard let server else { return }
        for line in tree.dump(withControls: withControls) { server.output(line) }
      }
    }
  }
}
