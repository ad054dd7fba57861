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
    server.replacingMemory(request, moment, isQuick: frames * channels < 1 << 20, of: number) {
      if frames * channels == 0 { return .success(nil) }
      let memory = SampleMemory(frames: frames, channels: channels, sampleRate: rate)
      return memory.map { .success($0) } ?? .failure(ScsynthFailure("memory allocation failed"))
    } then: { [weak server] result, moment in
      server?.finish(request, result, number, completion, in: moment)
    }
  }
}
