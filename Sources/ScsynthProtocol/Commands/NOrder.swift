import Control
import Render

/// Puts nodes in a row: add action, target, then the nodes.
enum NOrder: ScsynthCommand {
  static let address = "/n_order"
  static let number: Int32? = 62

  static func perform(
    _ arguments: inout ScsynthArguments, _ request: ScsynthRequest, in moment: ScsynthMoment, on server: ScsynthServer
  ) throws(ScsynthFailure) {
    let action = AddAction(rawValue: arguments.integer())
    guard let action, action != .replace else { throw .failed }
    let target = arguments.integer()
    var ids: [Int32] = []
    while !arguments.isAtEnd { ids.append(arguments.integer()) }
    let row = moment.edit { $0.allocate(OrderedNode.self, ids.count) }
    for (index, id) in ids.enumerated() { (row + index).initialize(to: OrderedNode(id: id)) }
    let isInGroup = action == .head || action == .tail
    var command = RenderCommand(.orderNodes, index: action.rawValue, pointer: UInt(bitPattern: row))
    command.target = target
    command.count = ids.count
    moment.add(
      command,
      word: { [weak server] result in
        if result.failure == .noSuchNode { warn(row, ids.count, server) }
        return result.failure == .noSuchTarget && isInGroup ? .groupNotFound(target) : nil
      }, applied: { [weak server] _ in warn(row, ids.count, server) })
  }

  private static func warn(_ row: UnsafeMutablePointer<OrderedNode>, _ count: Int, _ server: ScsynthServer?) {
    for index in 0..<count where !row[index].isFound { server?.output("Warning Node not found") }
  }
}
