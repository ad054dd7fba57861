public import RealTime

/// A group or a synth as the audio thread sees it: the head of a slab that control allocated and filled.
///
/// - Thread: control until the node is handed over by a command, audio from then on, control again once a `nodeEnded`
///   event names it.
@frozen
public struct Node: BitwiseCopyable {
  public typealias Pointer = UnsafeMutablePointer<Node>

  public var id: Int32
  public var isGroup: Bool
  public var isRunning = true
  /// Whether it never entered the tree because another node has its id: its end is not that node's.
  var isRefused = false
  /// Whether it has rendered a block already.
  public var hasRun = false
  /// Whether an audio-rate control changes within the coming block.
  public var controlsChange = false
  /// The frame of its first block at which it begins.
  public var startOffset: Int32 = 0

  public internal(set) var parent: Pointer?
  public internal(set) var previous: Pointer?
  public internal(set) var next: Pointer?
  public internal(set) var firstChild: Pointer?
  public internal(set) var lastChild: Pointer?
  /// The next node of the same bucket of the id table; of the outbox, once the node has ended.
  var link: Pointer?

  public var calls: UnsafeMutablePointer<UnitCall>?
  public var callCount: Int32 = 0
  /// What its units share.
  public var synth = SynthState()
  public var controls: UnsafeMutablePointer<ControlSlot>?
  public var controlCount: Int32 = 0

  public init(group id: Int32) {
    self.id = id
    isGroup = true
  }

  public init(
    synth id: Int32, calls: UnsafeMutablePointer<UnitCall>, callCount: Int, controls: UnsafeMutablePointer<ControlSlot>,
    controlCount: Int
  ) {
    self.id = id
    isGroup = false
    self.calls = calls
    self.callCount = Int32(callCount)
    self.controls = controls
    self.controlCount = Int32(controlCount)
  }
}
