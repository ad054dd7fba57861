import Control
import OSC
import Render

/// Tells runs of control buses: `/c_setn (bus count value…)…`.
enum CGetn: ScsynthCommand {
  static let address = "/c_getn"
  static let number: Int32? = 41

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    var reply: [(Int32, Int32, UnsafeMutablePointer<Float>)] = []
    while !arguments.isAtEnd {
      let bus = arguments.integer()
      let count = arguments.integer()
      guard bus >= 0, count > 0, Int(bus) + Int(count) <= server.controlBuses else { throw .indexOutOfRange }
      let values = moment.edit { $0.allocate(Float.self, Int(count)) }
      var command = RenderCommand(.readBuses, index: bus, pointer: UInt(bitPattern: values))
      command.count = Int(count)
      moment.add(command)
      reply.append((bus, count, values))
    }
    moment.inTurn {
      request.reply(
        OSCMessage(
          "/c_setn",
          reply.flatMap { bus, count, values in
            [OSCArgument.int32(bus), .int32(count)] + (0..<Int(count)).map { .float32(values[$0]) }
          }))
    }
  }
}
