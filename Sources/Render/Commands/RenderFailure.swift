/// Why the audio thread could not apply a command.
public enum RenderFailure: Int32, Sendable, BitwiseCopyable {
  case none = 0
  case noSuchNode = 1
  case noSuchTarget = 2
  case duplicateNode = 3
  case targetTakesNoNode = 4
  case noSuchControl = 5
  case noSuchBuffer = 6
  /// The node is missing, or no group.
  case noSuchGroup = 7
  case outOfRange = 8
  /// The answer needs more room than there was: the command's `count` tells how much.
  case noRoom = 9
}
