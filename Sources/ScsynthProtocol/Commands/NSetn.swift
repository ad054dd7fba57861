import Render

/// Sets runs of controls: id, then control, count and so many values.
enum NSetn: ScsynthCommand {
  static let address = "/n_setn"
  static let number: Int32? = 16

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    let node = arguments.integer()
    moment.add(RenderCommand(.checkNode, node: node))
    for setting in ControlSetting.readRuns(&arguments) { moment.add(setting.command(for: node)) }
  }
}
