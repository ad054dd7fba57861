/// Prints what comes in: 1 as text, 2 in hexadecimal, 3 both, 0 not.
enum DumpOSC: ScsynthCommand {
  static let address = "/dumpOSC"
  static let number: Int32? = 39

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    let mode = arguments.integer()
    server.dumpMode = (0...3).contains(mode) ? Int(mode) : 0
  }
}
