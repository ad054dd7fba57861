import Render

/// Sets samples of a buffer: number, then pairs of index and value.
enum BSet: ScsynthCommand {
  static let address = "/b_set"
  static let number: Int32? = 35

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    let number = try server.bufferNumber(arguments.integer())
    while arguments.count >= 2 {
      var command = RenderCommand(.setSamples, index: number)
      command.start = Int(arguments.integer())
      command.value = arguments.float()
      moment.add(command)
    }
  }
}
