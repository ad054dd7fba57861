import Render

/// Sends a command to a unit of a synth: id, index of the unit, name, arguments. No unit takes any.
enum UCmd: ScsynthCommand {
  static let address = "/u_cmd"
  static let number: Int32? = 20

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    let node = arguments.integer()
    _ = arguments.integer()
    guard arguments.text() != nil else { throw .wrongArgumentType }
    moment.add(RenderCommand(.checkNode, node: node))
  }
}
