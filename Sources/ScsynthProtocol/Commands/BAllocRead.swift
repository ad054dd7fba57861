import Control

/// Makes a buffer of a sound file: number, path, first frame, frames.
enum BAllocRead: ScsynthCommand {
  static let address = "/b_allocRead"
  static let number: Int32? = 29

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    let number = try server.bufferNumber(arguments.integer())
    guard let path = arguments.text() else { throw .wrongArgumentType }
    let reading = BufferReading(
      path: server.jailed(path), firstFrame: arguments.integer(), frames: arguments.integer(), channels: [])
    let completion = arguments.blob()
    server.replacingMemory(request, moment, isQuick: false, of: number) {
      reading.makeMemory().map { $0 }
    } then: { [weak server] result, moment in
      server?.finish(request, result, number, completion, in: moment)
    }
  }
}
