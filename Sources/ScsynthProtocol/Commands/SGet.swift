import Control
import OSC
import Render

/// Tells controls of a synth: `/n_set id (control value)…`.
enum SGet: ScsynthCommand {
  static let address = "/s_get"
  static let number: Int32? = 44

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    let node = arguments.integer()
    var places: [(OSCArgument, ControlSetting.Place)] = []
    while !arguments.isAtEnd {
      let place = ControlSetting.readPlace(&arguments)
      places.append((place.argument, place))
    }
    let values = moment.edit { $0.allocate(Float.self, places.count) }
    for (index, (_, place)) in places.enumerated() {
      var command = place.readCommand(node, count: 1)
      command.pointer = UInt(bitPattern: values + index)
      moment.add(command)
    }
    moment.inTurn {
      request.reply(
        OSCMessage(
          "/n_set",
          [.int32(node)] + places.enumerated().flatMap { [$1.0, .float32(values[$0])] }))
    }
  }
}
