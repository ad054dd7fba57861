import Control
import Render

/// Sends a command to a unit of a synth: id, index of the unit, name, arguments. No unit takes any.
enum UCmd: ScsynthCommand {
  static let address = "/u_cmd"
  static let number: Int32? = 20

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    let node = arguments.integer()
    let unit = Int(arguments.integer())
    moment.add(
      RenderCommand(.checkSynth, node: node),
      applied: { [weak server] synth in
        let tag = UInt64(UInt(bitPattern: synth.start))
        let units = server?.library.definition(tag: tag)?.blueprint.source.units
        request.fail(units.map { $0.indices.contains(unit) } ?? true ? .failed : .indexOutOfRange)
      })
  }
}
