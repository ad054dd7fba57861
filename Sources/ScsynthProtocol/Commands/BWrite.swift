import Control
import OSC
import SoundFiles

/// Writes a buffer to a sound file: number, path, header and sample format, frames, first frame, whether it stays open.
enum BWrite: ScsynthCommand {
  static let address = "/b_write"
  static let number: Int32? = 31

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    let number = try server.bufferNumber(arguments.integer())
    guard let path = arguments.text() else { throw .wrongArgumentType }
    let header = arguments.text() ?? "aiff"
    let samples = arguments.text() ?? "int16"
    let frames = Int(arguments.integer(-1))
    let first = Int(arguments.integer())
    let staysOpen = arguments.integer() != 0
    let completion = arguments.blob()
    guard let format = PlainSoundFormat(header: header, samples: samples) else { throw .failed }
    let file = server.jailed(path)
    server.asynchronously(request, moment, isQuick: false, of: number) { buffer in
      BufferWriting.write(buffer, to: file, format, firstFrame: first, frames: frames)
    } then: { [weak server] result, moment in
      guard let server else { return }
      switch result {
      case .failure(var failure):
        failure.buffer = number
        request.fail(failure)
      case .success(let file):
        if staysOpen { server.buffers.keep(file, of: number) } else { file.close() }
        server.complete(request, completion, in: moment, .int32(number))
      }
    }
  }
}
