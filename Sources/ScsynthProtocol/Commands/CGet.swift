import Control
import OSC
import Render

/// Tells control buses: `/c_set (bus value)…`.
enum CGet: ScsynthCommand {
  static let address = "/c_get"
  static let number: Int32? = 40

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    var buses: [Int32] = []
    while !arguments.isAtEnd { buses.append(arguments.integer()) }
    let values = moment.edit { $0.allocate(Float.self, buses.count) }
    for (index, bus) in buses.enumerated() {
      moment.add(RenderCommand(.readBuses, index: bus, pointer: UInt(bitPattern: values + index)))
    }
    moment.inTurn {
      request.reply(
        OSCMessage("/c_set", buses.enumerated().flatMap { [OSCArgument.int32($1), .float32(values[$0])] }))
    }
  }
}
