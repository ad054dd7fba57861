public import RealTime
public import Render

/// Commands that will take effect together, at one frame. Filled by control, then committed to the engine.
public struct Changes {
  private(set) var commands: [RenderCommand] = []
  /// Nodes made for these changes: freed again when the changes are dropped uncommitted.
  private(set) var nodes: [Node.Pointer] = []
  /// Values that the commands point to; they live until the changes have been applied.
  private(set) var bufferValues: [UnsafeMutablePointer<SampleBuffer>] = []

  public init() {}

  public var isEmpty: Bool { commands.isEmpty }

  public mutating func add(_ node: Node.Pointer, _ action: AddAction, target: Int32) {
    nodes.append(node)
    commands.append(
      RenderCommand(.addNode, node: target, index: action.rawValue, pointer: UInt(bitPattern: node)))
  }

  public mutating func addGroup(_ id: Int32, _ action: AddAction, target: Int32) {
    let node = UnsafeMutableRawPointer.allocate(byteCount: MemoryLayout<Node>.stride, alignment: SynthLayout.alignment)
      .bindMemory(to: Node.self, capacity: 1)
    node.initialize(to: Node(group: id))
    add(node, action, target: target)
  }

  public mutating func free(_ node: Int32) { commands.append(RenderCommand(.freeNode, node: node)) }

  public mutating func freeChildren(of group: Int32) { commands.append(RenderCommand(.freeChildren, node: group)) }

  public mutating func set(_ node: Int32, control: Int, to value: Float) {
    commands.append(RenderCommand(.setControl, node: node, index: Int32(truncatingIfNeeded: control), value: value))
  }

  public mutating func setRunning(_ node: Int32, _ runs: Bool) {
    commands.append(RenderCommand(.setRunning, node: node, value: runs ? 1 : 0))
  }

  public mutating func setBuffer(_ number: Int, to buffer: SampleBuffer) {
    let value = UnsafeMutablePointer<SampleBuffer>.allocate(capacity: 1)
    value.initialize(to: buffer)
    bufferValues.append(value)
    commands.append(
      RenderCommand(.setBuffer, index: Int32(truncatingIfNeeded: number), pointer: UInt(bitPattern: value)))
  }

  public mutating func addTap(_ tap: OutputTap.Pointer) {
    commands.append(RenderCommand(.addTap, pointer: UInt(bitPattern: tap)))
  }

  public mutating func removeTap(_ tap: OutputTap.Pointer) {
    commands.append(RenderCommand(.removeTap, pointer: UInt(bitPattern: tap)))
  }

  /// What follows these in the same moment.
  public mutating func append(_ other: Changes) {
    commands += other.commands
    nodes += other.nodes
    bufferValues += other.bufferValues
  }

  func releaseValues() { for value in bufferValues { value.deallocate() } }

  /// Frees what was made for changes that never reach the engine.
  public func discard() {
    for node in nodes { UnsafeMutableRawPointer(node).deallocate() }
    releaseValues()
  }
}
