/// Makes a synth: as `/s_new`, with control, count and so many values in place of the pairs.
enum SNewargs: ScsynthCommand {
  static let address = "/s_newargs"
  static let number: Int32? = 59

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    try NewSynth.perform(&arguments, in: moment, on: server) { ControlSetting.readRuns(&$0) }
  }
}
