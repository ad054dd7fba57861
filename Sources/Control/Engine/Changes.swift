public import RealTime
public import Render

/// Commands that will take effect together, at one frame. Filled by control, then committed to the engine.
public struct Changes {
  private(set) var commands: [RenderCommand] = []
  /// Nodes made for these changes: freed again when the changes are dropped uncommitted.
  private(set) var nodes: [Node.Pointer] = []
  /// Memory that the commands point to; it lives until the changes have been applied.
  private(set) var memory: [UnsafeMutableRawPointer] = []
  /// Who wants to know what became of which command.
  private(set) var reports: [(command: Int, report: (RenderCommand) -> Void)] = []

  public init() {}

  public var isEmpty: Bool { commands.isEmpty }

  public mutating func add(_ node: Node.Pointer, _ action: AddAction, target: Int32) {
    nodes.append(node)
    commands.append(
      RenderCommand(.addNode, node: target, index: action.rawValue, pointer: UInt(bitPattern: node)))
  }

  public mutating func addGroup(_ id: Int32, _ action: AddAction, target: Int32) {
    let node = makeGroup(id)
    commands.append(
      RenderCommand(.addNode, node: target, index: action.rawValue, pointer: UInt(bitPattern: node)))
  }

  /// A group for a command that is added by itself.
  public mutating func makeGroup(_ id: Int32) -> Node.Pointer {
    let node = UnsafeMutableRawPointer.allocate(byteCount: MemoryLayout<Node>.stride, alignment: SynthLayout.alignment)
      .bindMemory(to: Node.self, capacity: 1)
    node.initialize(to: Node(group: id))
    nodes.append(node)
    return node
  }

  /// Takes over a node that a command of these points to.
  public mutating func keep(_ node: Node.Pointer) { nodes.append(node) }

  public mutating func free(_ node: Int32) { commands.append(RenderCommand(.freeNode, node: node)) }

  public mutating func freeChildren(of group: Int32) { commands.append(RenderCommand(.freeChildren, node: group)) }

  public mutating func set(_ node: Int32, control: Int, to value: Float) {
    commands.append(RenderCommand(.setControl, node: node, index: Int32(truncatingIfNeeded: control), value: value))
  }

  public mutating func setRunning(_ node: Int32, _ runs: Bool) {
    commands.append(RenderCommand(.setRunning, node: node, value: runs ? 1 : 0))
  }

  /// - Parameter frame: of the buffer, at which a file that is streamed through it has ended; −1: it has not.
  public mutating func setStreamEnd(_ number: Int, _ frame: Int) {
    var command = RenderCommand(.setStreamEnd, index: Int32(truncatingIfNeeded: number))
    command.start = frame
    commands.append(command)
  }

  /// Nothing happens, but all that was committed before has taken effect when it is told.
  public mutating func mark() { commands.append(RenderCommand(.nothing)) }

  public mutating func setBuffer(_ number: Int, to buffer: SampleBuffer) {
    let value = allocate(SampleBuffer.self, 1)
    value.initialize(to: buffer)
    commands.append(
      RenderCommand(.setBuffer, index: Int32(truncatingIfNeeded: number), pointer: UInt(bitPattern: value)))
  }

  public mutating func addTap(_ tap: OutputTap.Pointer) {
    commands.append(RenderCommand(.addTap, pointer: UInt(bitPattern: tap)))
  }

  public mutating func removeTap(_ tap: OutputTap.Pointer) {
    commands.append(RenderCommand(.removeTap, pointer: UInt(bitPattern: tap)))
  }

  // MARK: - What other doors need

  /// Adds any command. `report` is told what became of it, once the changes have been applied.
  public mutating func add(_ command: RenderCommand, report: ((RenderCommand) -> Void)? = nil) {
    commands.append(command)
    if let report { reports.append((commands.count - 1, report)) }
  }

  /// Has what becomes of the command that was added last told, too.
  public mutating func reportLast(_ report: @escaping (RenderCommand) -> Void) {
    if !commands.isEmpty { reports.append((commands.count - 1, report)) }
  }

  /// Memory for a command to point to, until the changes have been applied and what became of them has been told.
  public mutating func allocate<Element: BitwiseCopyable>(
    _ type: Element.Type, _ count: Int
  ) -> UnsafeMutablePointer<Element> {
    let bytes = UnsafeMutableRawPointer.allocate(
      byteCount: max(1, count) * MemoryLayout<Element>.stride, alignment: max(16, MemoryLayout<Element>.alignment))
    memory.append(bytes)
    return bytes.bindMemory(to: Element.self, capacity: count)
  }

  /// Numbers for a command to point to.
  public mutating func copy(_ values: [Float]) -> UInt {
    let floats = allocate(Float.self, values.count)
    for (index, value) in values.enumerated() { floats[index] = value }
    return UInt(bitPattern: floats)
  }

  /// What follows these in the same moment.
  public mutating func append(_ other: Changes) {
    reports += other.reports.map { ($0.command + commands.count, $0.report) }
    commands += other.commands
    nodes += other.nodes
    memory += other.memory
  }

  func releaseValues() { for piece in memory { piece.deallocate() } }

  /// Frees what was made for changes that never reach the engine.
  public func discard() {
    for node in nodes { UnsafeMutableRawPointer(node).deallocate() }
    releaseValues()
  }
}
