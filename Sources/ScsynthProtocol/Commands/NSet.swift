import Render

/// Sets controls: id, then pairs of control and value.
enum NSet: ScsynthCommand {
  static let address = "/n_set"
  static let number: Int32? = 15

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    let node = arguments.integer()
    moment.add(RenderCommand(.checkNode, node: node))
    for setting in ControlSetting.readPairs(&arguments) { moment.add(setting.command(for: node)) }
  }
}
