/// Makes a synth: name, id, add action, target, then pairs of control and value.
enum SNew: ScsynthCommand {
  static let address = "/s_new"
  static let number: Int32? = 9

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    try NewSynth.perform(&arguments, in: moment, on: server) { ControlSetting.readPairs(&$0) }
  }
}
