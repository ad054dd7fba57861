import Render

/// Sets runs of control buses to one value each: bus, count and value.
enum CFill: ScsynthCommand {
  static let address = "/c_fill"
  static let number: Int32? = 27

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    while arguments.count >= 3 {
      let bus = Int(arguments.integer())
      let count = Int(arguments.integer())
      let value = arguments.float()
      let range = (bus..<max(bus, bus + count)).clamped(to: 0..<server.controlBuses)
      guard !range.isEmpty else { continue }
      var command = RenderCommand(.setBuses, index: Int32(range.lowerBound), value: value)
      command.count = range.count
      moment.add(command)
    }
  }
}
