import Render

/// Frees all synths in groups, at any depth.
enum GDeepFree: ScsynthCommand {
  static let address = "/g_deepFree"
  static let number: Int32? = 50

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    while !arguments.isAtEnd { moment.add(RenderCommand(.freeSynths, node: arguments.integer())) }
  }
}
