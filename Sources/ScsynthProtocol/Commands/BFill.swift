import Render

/// Sets runs of samples of a buffer to one value each: number, then first index, count and value.
enum BFill: ScsynthCommand {
  static let address = "/b_fill"
  static let number: Int32? = 37

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    let number = try server.bufferNumber(arguments.integer())
    let size = server.buffers.size(of: number)
    while arguments.count >= 3 {
      let start = Int(arguments.integer())
      let count = Int(arguments.integer())
      let value = arguments.float()
      let range = (start..<max(start, start + count)).clamped(to: 0..<size)
      guard !range.isEmpty else { continue }
      var command = RenderCommand(.setSamples, index: number, value: value)
      command.start = range.lowerBound
      command.count = range.count
      moment.add(command)
    }
  }
}
