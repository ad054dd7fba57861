/// What became of a node, for whoever wants to be told.
public enum NodeNotice: UInt8, BitwiseCopyable, Sendable {
  case none
  /// It entered the tree.
  case started
  case ended
  case paused
  case resumed
  case moved
  /// Somebody asked where it stands.
  case asked
}
