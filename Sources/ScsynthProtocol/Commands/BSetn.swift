import Control
import Render

/// Sets runs of samples of a buffer: number, then first index, count and so many values.
enum BSetn: ScsynthCommand {
  static let address = "/b_setn"
  static let number: Int32? = 36

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    let number = try server.bufferNumber(arguments.integer())
    let size = server.buffers.size(of: number)
    while !arguments.isAtEnd {
      let start = Int(arguments.integer())
      let count = Int(arguments.integer())
      guard start + count - 1 >= 0, start < size else { continue }
      let range = (max(0, start)..<max(max(0, start), start + count)).clamped(to: 0..<size)
      var values: [Float] = []
      while values.count < range.count, !arguments.isAtEnd { values.append(arguments.float()) }
      var command = RenderCommand(.setSamples, index: number, pointer: moment.edit { $0.copy(values) })
      command.start = range.lowerBound
      command.count = values.count
      moment.add(command)
    }
  }
}
