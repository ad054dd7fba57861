import Control
import OSC
import Render

/// Tells samples of a buffer: `/b_set number (index value)…`.
enum BGet: ScsynthCommand {
  static let address = "/b_get"
  static let number: Int32? = 42

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    let number = try server.bufferNumber(arguments.integer())
    var indices: [Int32] = []
    while !arguments.isAtEnd { indices.append(arguments.integer()) }
    let values = moment.edit { $0.allocate(Float.self, indices.count) }
    for (at, index) in indices.enumerated() {
      var command = RenderCommand(.readSamples, index: number, pointer: UInt(bitPattern: values + at))
      command.start = Int(index)
      moment.add(command)
    }
    moment.inTurn {
      request.reply(
        OSCMessage(
          "/b_set", [.int32(number)] + indices.enumerated().flatMap { [OSCArgument.int32($1), .float32(values[$0])] }))
    }
  }
}
