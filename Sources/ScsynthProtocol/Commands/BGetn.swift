import Control
import OSC
import Render

/// Tells runs of samples of a buffer: `/b_setn number (index count value…)…`.
enum BGetn: ScsynthCommand {
  static let address = "/b_getn"
  static let number: Int32? = 43

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    let number = try server.bufferNumber(arguments.integer())
    var reply: [(Int32, Int32, UnsafeMutablePointer<Float>)] = []
    while !arguments.isAtEnd {
      let start = arguments.integer()
      let count = arguments.integer()
      guard start >= 0, count > 0, count <= 1 << 24 else { throw .indexOutOfRange }
      let values = moment.edit { $0.allocate(Float.self, Int(count)) }
      var command = RenderCommand(.readSamples, index: number, pointer: UInt(bitPattern: values))
      command.start = Int(start)
      command.count = Int(count)
      moment.add(command)
      reply.append((start, count, values))
    }
    moment.inTurn {
      request.reply(
        OSCMessage(
          "/b_setn",
          [.int32(number)]
            + reply.flatMap { start, count, values in
              [.int32(start), .int32(count)] + (0..<Int(count)).map { OSCArgument.float32(values[$0]) }
            }))
    }
  }
}
