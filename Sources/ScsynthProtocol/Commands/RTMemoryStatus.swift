import OSC

/// Tells how much memory is left for nodes: `/rtMemoryStatus.reply`. There is no limit but the system's.
enum RTMemoryStatus: ScsynthCommand {
  static let address = "/rtMemoryStatus"
  static let number: Int32? = 65

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    let bytes = Int32(clamping: server.options.realTimeMemory * 1024)
    moment.inTurn {
      request.reply(OSCMessage("/rtMemoryStatus.reply", .int32(bytes), .int32(bytes)))
    }
  }
}
