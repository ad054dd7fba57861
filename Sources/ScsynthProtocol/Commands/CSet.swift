import Render

/// Sets control buses: pairs of bus and value.
enum CSet: ScsynthCommand {
  static let address = "/c_set"
  static let number: Int32? = 25

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    while arguments.count >= 2 {
      let bus = arguments.integer()
      moment.add(RenderCommand(.setBuses, index: bus, value: arguments.float()))
    }
  }
}
