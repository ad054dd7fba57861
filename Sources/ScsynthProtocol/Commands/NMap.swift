import Render

/// Maps controls to control buses: id, then control, bus; bus −1 takes the map away.
enum NMap: ScsynthCommand {
  static let address = "/n_map"
  static let number: Int32? = 14

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    let node = arguments.integer()
    moment.add(RenderCommand(.checkNode, node: node))
    while arguments.count >= 2 {
      let place = ControlSetting.readPlace(&arguments)
      let bus = arguments.integer()
      let command = ControlSetting(place: place, offset: 0, value: .controlBus(bus)).command(for: node)
      moment.add(command)
    }
  }
}
