import Control

/// Makes a buffer of channels of a sound file: number, path, first frame, frames, channels.
enum BAllocReadChannel: ScsynthCommand {
  static let address = "/b_allocReadChannel"
  static let number: Int32? = 54

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    let number = try server.bufferNumber(arguments.integer())
    guard let path = arguments.text() else { throw .wrongArgumentType }
    let first = arguments.integer()
    let frames = arguments.integer()
    let reading = BufferReading(
      path: server.jailed(path), firstFrame: first, frames: frames, channels: BufferReading.channels(&arguments))
    let completion = arguments.blob()
    server.replacingMemory(request, moment, isQuick: false, of: number) {
      reading.makeMemory().map { $0 }
    } then: { [weak server] result, moment in
      server?.finish(request, result, number, completion, in: moment)
    }
  }
}
