import Render

/// Maps controls to audio buses: id, then control, bus and count; bus −1 takes the map away.
enum NMapan: ScsynthCommand {
  static let address = "/n_mapan"
  static let number: Int32? = 61

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    let node = arguments.integer()
    moment.add(RenderCommand(.checkNode, node: node))
    while arguments.count >= 3 {
      let place = ControlSetting.readPlace(&arguments)
      let bus = arguments.integer()
      var command = ControlSetting(place: place, offset: 0, value: .audioBus(bus)).command(for: node)
      command.count = Int(max(0, arguments.integer()))
      moment.add(command)
    }
  }
}
