/// Where a node enters the tree, relative to its target. The raw values are those of SuperCollider's commands.
public enum AddAction: Int32, Sendable, BitwiseCopyable {
  case head = 0
  case tail = 1
  case before = 2
  case after = 3
  case replace = 4
}
