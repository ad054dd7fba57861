import Render

/// Maps controls to control buses: id, then control, bus and count; bus −1 takes the map away.
enum NMapn: ScsynthCommand {
  static let address = "/n_mapn"
  static let number: Int32? = 48

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    let node = arguments.integer()
    moment.add(RenderCommand(.checkNode, node: node))
    while arguments.count >= 3 {
      let place = ControlSetting.readPlace(&arguments)
      let bus = arguments.integer()
      var command = ControlSetting(place: place, offset: 0, value: .controlBus(bus)).command(for: node)
      command.count = Int(max(0, arguments.integer()))
      moment.add(command)
    }
  }
}
