import Control
import OSC
import Render

/// Sets the sample rate that a buffer is taken to have, in hertz; 0 or nothing: the server's.
enum BSetSampleRate: ScsynthCommand {
  static let address = "/b_setSampleRate"
  static let number: Int32? = 66

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    let number = try server.bufferNumber(arguments.integer())
    let wanted = arguments.float()
    let rate = wanted > 0 ? wanted : Float(server.engine.sampleRate)
    server.asynchronously(request, moment, isQuick: true, { true }) { [weak server] _, moment in
      moment.add(RenderCommand(.setBufferRate, index: number, value: rate))
      server?.complete(request, nil, in: moment, .int32(number))
    }
  }
}
