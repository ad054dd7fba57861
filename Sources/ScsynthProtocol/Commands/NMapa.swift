import Render

/// Maps controls to audio buses: id, then control, bus; bus −1 takes the map away.
enum NMapa: ScsynthCommand {
  static let address = "/n_mapa"
  static let number: Int32? = 60

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    let node = arguments.integer()
    moment.add(RenderCommand(.checkNode, node: node))
    while arguments.count >= 2 {
      let place = ControlSetting.readPlace(&arguments)
      let bus = arguments.integer()
      let command = ControlSetting(place: place, offset: 0, value: .audioBus(bus)).command(for: node)
      moment.add(command)
    }
  }
}
