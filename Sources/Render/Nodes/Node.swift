public import RealTime

/// A group or a synth as the audio thread sees it: the head of a slab that control allocated and filled.
///
/// - Thread: control until the node is handed over by a command, audio from then on, control again once a `nodeEnded`
///   event names it.
@frozen
public struct Node: BitwiseCopyable {
  public typealias Pointer = UnsafeMutablePointer<Node>

  /// Why a node never entered the tree.
  @frozen
  @usableFromInline
  enum Refusal: UInt8, BitwiseCopyable, Sendable {
    case none
    /// A node of its id is there.
    case isThere
    /// The target is missing or takes no node.
    case hasNoPlace
  }

  var outbox = OutboxLink(.node)
  public internal(set) var id: Int32
  /// The id that it was made with; it may have got another.
  public let firstID: Int32
  public var isGroup: Bool
  public var isRunning = true
  /// Whether a control takes its values from a bus.
  public var hasMaps = false
  /// Whether a control is back at zero after each block.
  public var hasTriggers = false
  /// Whether a unit has something to do when the synth has ended.
  public var hasStops = false
  /// Whether it has not been put into the outbox yet though it has ended.
  var isHeldBack = false
  /// Whether it came through a door whose clients own the nodes that they made, and no others.
  public var isGuest = false
  /// Whether its next block is to be told unit by unit.
  public var isTraced = false
  /// Why it never entered the tree, if so.
  var refusal = Refusal.none
  var hasEndedInTransaction = false
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
  /// The next node of the same bucket of the id table.
  var link: Pointer?
  /// Where it stood when it ended.
  public internal(set) var lastPlace = NodePlace()
  /// What control knows it by; the audio thread passes it on.
  public var tag: UInt64 = 0

  public var calls: UnsafeMutablePointer<UnitCall>?
  public var callCount: Int32 = 0
  /// What it takes with all that belongs to it, in lines of 64 bytes.
  public var lines: Int32 = 8
  /// What its units share.
  public var synth = SynthState()
  public var controls: UnsafeMutablePointer<ControlSlot>?
  public var controlCount: Int32 = 0
  public var controlNames: UnsafePointer<ControlName>?
  public var controlNameCount: Int32 = 0

  public init(group id: Int32) {
    self.id = id
    firstID = id
    isGroup = true
  }

  public init(
    synth id: Int32, calls: UnsafeMutablePointer<UnitCall>, callCount: Int, controls: UnsafeMutablePointer<ControlSlot>,
    controlCount: Int
  ) {
    self.id = id
    firstID = id
    isGroup = false
    self.calls = calls
    self.callCount = Int32(callCount)
    self.controls = controls
    self.controlCount = Int32(controlCount)
  }
}
