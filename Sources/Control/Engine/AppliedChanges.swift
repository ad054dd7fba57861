public import Render

/// What became of changes once the audio thread had applied them.
public struct AppliedChanges: Sendable {
  /// The frame at which they took effect.
  public var frame: Int64
  /// By how many frames that was later than asked for.
  public var lateFrames: Int
  /// Why a command of them could not be applied, if one could not; the others were.
  public var failure: RenderFailure
  public var failedNode: Int32

  public init(frame: Int64, lateFrames: Int = 0, failure: RenderFailure = .none, failedNode: Int32 = 0) {
    self.frame = frame
    self.lateFrames = lateFrames
    self.failure = failure
    self.failedNode = failedNode
  }
}
