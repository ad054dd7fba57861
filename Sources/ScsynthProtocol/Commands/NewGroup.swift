import Control
import Render

/// What `/g_new` and `/p_new` have in common.
enum NewGroup {
  static func perform(
    _ arguments: inout ScsynthArguments, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    while !arguments.isAtEnd {
      let id = arguments.integer()
      let actionNumber = arguments.integer()
      let target = arguments.integer()
      guard let action = AddAction(rawValue: actionNumber) else { throw .failed }
      guard id >= -1 else { throw .reservedNodeID }
      if action == .replace, target == 0 { throw ScsynthFailure("can't replace group 0") }
      let node = moment.edit { $0.makeGroup(id == -1 ? server.takeHiddenID() : id) }
      node.pointee.isGuest = true
      var command = RenderCommand(.addNode, node: target, index: action.rawValue, pointer: UInt(bitPattern: node))
      if action == .replace { command.target = server.takeHiddenID() }
      command.flag = action != .replace
      moment.add(command, word: { word($0, isInGroup: action == .head || action == .tail) })
    }
  }

  private static func word(_ command: RenderCommand, isInGroup: Bool) -> ScsynthFailure? {
    switch command.failure {
    case .noSuchTarget, .targetTakesNoNode:
      isInGroup ? .groupNotFound(command.failedNode) : .targetNotFound(command.failedNode)
    default: nil
    }
  }
}
