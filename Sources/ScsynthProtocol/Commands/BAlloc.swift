import Control
import OSC

/// Makes a buffer: number, frames, channels.
enum BAlloc: ScsynthCommand {
  static let address = "/b_alloc"
  static let number: Int32? = 28

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    let number = try server.bufferNumber(arguments.integer())
    let frames = Int(arguments.integer())
    let channels = Int(arguments.integer(1))
    let completion = arguments.blob()
    let rate = server.engine.sampleRate
    guard frames >= 0, channels >= 0 else { throw .failed }
    server.asynchronously(request, moment, isQuick: frames * channels < 1 << 20) {
      frames * channels == 0 ? nil : SampleMemory(frames: frames, channels: channels, sampleRate: rate)
    } then: { [weak server] memory, moment in
      guard let server else { return }
      guard memory != nil || frames * channels == 0 else {
        request.fail(ScsynthFailure("memory allocation failed", buffer: number))
        return
      }
      server.setBuffer(number, memory, in: moment)
      server.complete(request, completion, in: moment, .int32(number))
    }
  }
}
