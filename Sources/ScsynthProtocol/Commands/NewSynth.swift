import Control
import RealTime
import Render

/// What `/s_new` and `/s_newargs` have in common.
enum NewSynth {
  static func perform(
    _ arguments: inout ScsynthArguments, in moment: ScsynthMoment, on server: ScsynthServer,
    _ readSettings: (inout ScsynthArguments) -> [ControlSetting]
  ) throws(ScsynthFailure) {
    guard let name = arguments.text() else { throw .wrongArgumentType }
    let id = arguments.integer()
    let actionNumber = arguments.integer()
    let target = arguments.integer()
    guard let definition = server.library[name] else {
      server.output("*** ERROR: SynthDef \(name) not found")
      throw .synthDefNotFound
    }
    guard let action = AddAction(rawValue: actionNumber) else { throw .failed }
    guard id >= -1 else { throw .reservedNodeID }
    let nodeID = id == -1 ? server.takeHiddenID() : id
    var values = definition.values
    var maps: [ControlSetting] = []
    for setting in readSettings(&arguments) {
      guard let index = setting.index(in: definition.blueprint) else { continue }
      guard case .number(let value) = setting.value else {
        maps.append(setting)
        continue
      }
      values[index] = value
    }
    definition.nodes += 1
    let node = definition.blueprint.makeSynth(
      id: nodeID, controls: values, sampleRate: server.engine.sampleRate, wireBase: server.engine.memory.wires.base)
    node.pointee.tag = definition.tag
    node.pointee.isGuest = true
    moment.edit { $0.keep(node) }
    var command = RenderCommand(.addNode, node: target, index: action.rawValue, pointer: UInt(bitPattern: node))
    if action == .replace { command.target = server.takeHiddenID() }
    moment.add(command, word: { word($0, isInGroup: action == .head || action == .tail) })
    for map in maps { moment.add(map.command(for: nodeID)) }
  }

  private static func word(_ command: RenderCommand, isInGroup: Bool) -> ScsynthFailure? {
    switch command.failure {
    case .noSuchTarget, .targetTakesNoNode:
      isInGroup ? .groupNotFound(command.failedNode) : .nodeNotFound(command.failedNode)
    default: nil
    }
  }
}
