import OSC

/// Tells which server this is: `/version.reply`.
enum Version: ScsynthCommand {
  static let address = "/version"
  static let number: Int32? = 64

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    let version = ScsynthServer.version
    moment.inTurn {
      request.reply(
        OSCMessage(
          "/version.reply", "scsynth", .int32(version.major), .int32(version.minor), .string(version.patch),
          "", .string(ScsynthServer.commitHash)))
    }
  }
}
