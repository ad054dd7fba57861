public import RealTime

/// Silences a buffer, once, when its synth starts.
public struct ClearBuf: UnitGenerator {
  public static let specification = UnitSpecification(
    "ClearBuf", "Silences a buffer, once, when its synth starts.",
    inputs: [.init("buf", "The buffer's number.", rates: [.scalar, .control])], outputs: ["zero"], rates: [.scalar])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  public init(_ preparation: UnitPreparation) {}

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    wires[1].pointee = 0
    guard let table = BufferTable(meant: wires[0].pointee, context) else { return }
    clear(table.samples, table.count)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {}
}
