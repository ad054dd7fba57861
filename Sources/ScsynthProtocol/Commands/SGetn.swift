import Control
import OSC
import Render

/// Tells runs of controls of a synth: `/n_setn id (control count value…)…`.
enum SGetn: ScsynthCommand {
  static let address = "/s_getn"
  static let number: Int32? = 45

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    let node = arguments.integer()
    var reply: [(OSCArgument, Int32, UnsafeMutablePointer<Float>)] = []
    while !arguments.isAtEnd {
      let place = ControlSetting.readPlace(&arguments)
      let count = min(max(0, arguments.integer()), 65_536)
      let values = moment.edit { $0.allocate(Float.self, Int(count)) }
      var command = place.readCommand(node, count: Int(count))
      command.pointer = UInt(bitPattern: values)
      moment.add(command)
      reply.append((place.argument, count, values))
    }
    moment.inTurn {
      request.reply(
        OSCMessage(
          "/n_setn",
          [.int32(node)]
            + reply.flatMap { place, count, values in
              [place, .int32(count)] + (0..<Int(count)).map { .float32(values[$0]) }
            }))
    }
  }
}
