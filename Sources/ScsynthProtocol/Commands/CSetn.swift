import Control
import Render

/// Sets runs of control buses: bus, count and so many values.
enum CSetn: ScsynthCommand {
  static let address = "/c_setn"
  static let number: Int32? = 26

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    while !arguments.isAtEnd {
      let bus = arguments.integer()
      let count = arguments.integer()
      guard bus >= 0, count > 0, Int(bus) + Int(count) <= server.controlBuses else { throw .indexOutOfRange }
      var values: [Float] = []
      while values.count < Int(count), !arguments.isAtEnd { values.append(arguments.float()) }
      var command = RenderCommand(.setBuses, index: bus, pointer: moment.edit { $0.copy(values) })
      command.count = values.count
      moment.add(command)
    }
  }
}
