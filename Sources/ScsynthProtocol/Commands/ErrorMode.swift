/// Whether failures are told: 1 or 0 from now on, −1 not or −2 again for the rest of the bundle.
enum ErrorMode: ScsynthCommand {
  static let address = "/error"
  static let number: Int32? = 58

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    switch arguments.integer() {
    case -1: moment.silence += 1
    case -2: moment.silence -= 1
    case 0: server.tellsFailures = false
    case 1: server.tellsFailures = true
    default: break
    }
  }
}
