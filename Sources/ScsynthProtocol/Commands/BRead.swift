import Control
import OSC
import Render
import SoundFiles

/// Reads a sound file into a buffer: number, path, first frame, frames, first frame of the buffer, whether it stays open.
enum BRead: ScsynthCommand {
  static let address = "/b_read"
  static let number: Int32? = 30

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    let number = try server.bufferNumber(arguments.integer())
    guard let path = arguments.text() else { throw .wrongArgumentType }
    let first = arguments.integer()
    let frames = arguments.integer(-1)
    let offset = arguments.integer()
    let staysOpen = arguments.integer() != 0
    let reading = BufferReading(
      path: server.jailed(path), firstFrame: first, frames: frames, channels: [], needsSameChannels: true)
    let completion = arguments.blob()
    server.asynchronously(request, moment, isQuick: false, of: number) { buffer in
      reading.read(into: buffer, at: Int(offset))
    } then: { [weak server] result, moment in
      guard let server else { return }
      switch result {
      case .failure(var failure):
        failure.buffer = number
        request.fail(failure)
      case .success(let file):
        if staysOpen, let file {
          server.buffers.keep(file, of: number)
          moment.edit { $0.setStreamEnd(Int(number), -1) }
        }
        if let file { moment.add(RenderCommand(.setBufferRate, index: number, value: Float(file.sampleRate))) }
        server.complete(request, completion, in: moment, .int32(number))
      }
    }
  }
}
