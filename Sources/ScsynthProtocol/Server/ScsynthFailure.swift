import Render

/// Why a command failed, in scsynth's own words, which clients look for.
public struct ScsynthFailure: Error, Sendable, Equatable {
  public var reason: String
  /// The buffer that it was about, where scsynth tells it.
  public var buffer: Int32?
  /// Whether scsynth prints it as it is, and tells it with the end of its line.
  var isLine = false

  init(_ reason: String, buffer: Int32? = nil) {
    self.reason = reason
    self.buffer = buffer
  }

  static func line(_ text: String, number: Int32? = nil) -> ScsynthFailure {
    var failure = ScsynthFailure(text, buffer: number)
    failure.isLine = true
    return failure
  }

  static let failed = ScsynthFailure("failed")
  static let wrongArgumentType = ScsynthFailure("wrong argument type")
  static let indexOutOfRange = ScsynthFailure("index out of range")
  static let synthDefNotFound = ScsynthFailure("SynthDef not found")
  static let reservedNodeID = ScsynthFailure("negative node IDs are reserved")
  static let commandNotFound = ScsynthFailure("Command not found")

  static func nodeNotFound(_ id: Int32) -> ScsynthFailure { ScsynthFailure("Node \(id) not found") }
  static func targetNotFound(_ id: Int32) -> ScsynthFailure { ScsynthFailure("target Node \(id) not found") }
  static func groupNotFound(_ id: Int32) -> ScsynthFailure { ScsynthFailure("Group \(id) not found") }
}

extension ScsynthFailure {
  /// What the audio thread found wrong with a command.
  init?(_ command: RenderCommand) {
    let id = command.failedNode
    switch command.failure {
    case .none: return nil
    case .noSuchNode, .targetTakesNoNode: self = .nodeNotFound(id)
    case .noSuchTarget: self = .targetNotFound(id)
    case .noSuchGroup: self = .groupNotFound(id)
    case .duplicateNode: self = ScsynthFailure("duplicate node ID")
    case .noSuchControl, .outOfRange: self = .indexOutOfRange
    case .noSuchBuffer, .noRoom: self = .failed
    }
  }
}
