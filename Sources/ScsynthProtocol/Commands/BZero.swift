import Control
import OSC

/// Silences a buffer.
enum BZero: ScsynthCommand {
  static let address = "/b_zero"
  static let number: Int32? = 34

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    let number = try server.bufferNumber(arguments.integer())
    let completion = arguments.blob()
    server.asynchronously(request, moment, isQuick: false, of: number) { buffer in
      if let buffer { buffer.samples.update(repeating: 0, count: buffer.frames * buffer.channels) }
    } then: { [weak server] _, moment in
      server?.complete(request, completion, in: moment, .int32(number))
    }
  }
}
