import Render

/// Sets runs of controls to one value each: id, then control, count and value.
enum NFill: ScsynthCommand {
  static let address = "/n_fill"
  static let number: Int32? = 17

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    let node = arguments.integer()
    moment.add(RenderCommand(.checkNode, node: node))
    while arguments.count >= 3 {
      let place = ControlSetting.readPlace(&arguments)
      let count = arguments.integer()
      var command = ControlSetting(place: place, offset: 0, value: .number(arguments.float())).command(for: node)
      command.count = Int(max(0, count))
      moment.add(command)
    }
  }
}
