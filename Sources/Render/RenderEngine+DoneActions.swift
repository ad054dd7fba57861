import RealTime

/// What becomes of a synth, and of those around it, when a unit of it is done.
extension RenderEngine {
  /// - Parameter action: SuperCollider's done actions.
  mutating func perform(_ action: Int32, _ node: Node.Pointer) {
    let previous = node.pointee.previous
    let next = node.pointee.next
    let parent = node.pointee.parent
    switch action {
    case 1: setRunningForUnit(node, false)
    case 2: end(node)
    case 3, 5, 9, 11:
      end(node)
      if let previous { affect(previous, action) }
    case 4, 6, 10, 12:
      end(node)
      if let next { affect(next, action) }
    case 7:
      var one: Node.Pointer? = node
      while let current = one {
        one = current.pointee.previous
        end(current)
      }
    case 8:
      var one: Node.Pointer? = node
      while let current = one {
        one = current.pointee.next
        end(current)
      }
    case 13: if let parent { tree.removeChildren(of: parent, &ended) }
    case 14: if let parent { end(parent) }
    case 15: if let parent, parent != tree.root { setRunningForUnit(parent, false) }
    default: break
    }
  }

  /// What the done actions of a pair do to the other node.
  private mutating func affect(_ node: Node.Pointer, _ action: Int32) {
    switch action {
    case 5, 6:
      if node.pointee.isGroup { tree.removeChildren(of: node, &ended) } else { end(node) }
    case 9, 10: setRunningForUnit(node, false)
    case 11, 12:
      if node.pointee.isGroup { tree.removeSynths(below: node, &ended) } else { end(node) }
    default: end(node)
    }
  }

  /// The root stays, and loses what is below it.
  mutating func end(_ node: Node.Pointer) {
    if node == tree.root { tree.removeChildren(of: node, &ended) } else { tree.remove(node, &ended) }
  }
}
