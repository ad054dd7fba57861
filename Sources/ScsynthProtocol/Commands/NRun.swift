import Render

/// Runs nodes or lets them rest: pairs of id and flag.
enum NRun: ScsynthCommand {
  static let address = "/n_run"
  static let number: Int32? = 12

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    while !arguments.isAtEnd {
      let node = arguments.integer()
      moment.add(RenderCommand(.setRunning, node: node, value: arguments.integer() != 0 ? 1 : 0))
    }
  }
}
