/// What control tells the audio thread to do: a flat value in a transaction. The audio thread writes what became of it into
/// the same value.
///
/// A node is named by its id; −1 means the last one that entered the tree.
@frozen
public struct RenderCommand: BitwiseCopyable {
  @frozen
  public enum Kind: Int32, BitwiseCopyable, Sendable {
    /// `pointer`: the node; `node`: the target's id; `index`: the add action; `flag`: a group of this id in the same parent
    /// is no failure.
    case addNode
    /// `node`.
    case freeNode
    /// Ends all nodes below the group `node`; `flag`: the guests among them, at any depth, and what hangs below them.
    case freeChildren
    /// Ends all synths below the group `node`, at any depth, and leaves the groups.
    case freeSynths
    /// `node`, `index`: the control; `value`; takes hold at its very frame.
    case setControl
    /// `node`, or all synths below it; `index`: the first control, or with a `name` how far behind that one; `count`;
    /// `pointer`: values, or nothing for `value` in each.
    case setControls
    /// The same; `value` is not used: `target`: the first bus, −1 for none; `flag`: an audio bus.
    case mapControls
    /// `node`, a synth; controls as above; `pointer`: where to write them.
    case readControls
    /// `node`; `value` above 0 runs it, else pauses it.
    case setRunning
    /// `node`, `target`, `index`: the add action; `flag`: tell of it only when the parent is another.
    case moveNode
    /// `target`, `index`: the add action; `pointer`: `count` of `OrderedNode`, of which each is put behind the one before;
    /// `flag`: as above, for the first. Nodes that are missing are left out.
    case orderNodes
    /// `node`.
    case askPlace
    /// `node`, a group; `pointer`: room for `count` words, as `NodeTreeWord` has them; `flag`: controls too.
    case readTree
    /// `node`; `target`: its new id.
    case renameNode
    /// `node`: a synth tells its next block unit by unit, a group the nodes in it.
    case traceNode
    /// `index`: the first control bus; `count`; `pointer`: values, or nothing for `value` in each.
    case setBuses
    /// `index`, `count`; `pointer`: where to write them.
    case readBuses
    /// `index`: the buffer's number; `pointer`: a `SampleBuffer` that the table takes over.
    case setBuffer
    /// `index`: the buffer; `value`: hertz.
    case setBufferRate
    /// `index`: the buffer; `start`: the frame at which a file that is streamed through it has ended, −1: it has not.
    case setStreamEnd
    /// `index`: the buffer; `start`: the first sample of it; `count`; `pointer`: values, or nothing for `value` in each.
    case setSamples
    /// `index`, `start`, `count`; `pointer`: where to write them.
    case readSamples
    /// `pointer`: an `OutputTap`.
    case addTap
    case removeTap
    /// `node`: fails when it is not there.
    case checkNode
    /// `node`: fails when it is not there or no synth; writes its tag to `start`.
    case checkSynth
    /// Nothing; for what is to be told at its frame.
    case nothing
  }

  public var kind: Kind
  public var node: Int32
  public var index: Int32
  public var value: Float
  public var pointer: UInt
  public var target: Int32 = 0
  public var count: Int = 1
  public var start: Int = 0
  /// The hash of a control's name; 0: none.
  public var name: UInt64 = 0
  public var flag = false
  /// Commands of one message have one number, not 0: behind one that fails the others are left out.
  public var message: Int32 = 0
  /// Whether the others are not left out when this one fails.
  public var isTolerated = false

  // The audio thread's part.
  public var failure = RenderFailure.none
  /// The node that the failure is about.
  public var failedNode: Int32 = 0
  /// What is to be told of `node`, which stands at `place` then.
  public var notice = NodeNotice.none
  public var place = NodePlace()
  /// How many nodes had ended in the transaction before the notice.
  public var endedBefore: Int32 = 0
  /// Whether it was come to.
  public var isApplied = false

  public init(_ kind: Kind, node: Int32 = 0, index: Int32 = 0, value: Float = 0, pointer: UInt = 0) {
    self.kind = kind
    self.node = node
    self.index = index
    self.value = value
    self.pointer = pointer
  }
}
