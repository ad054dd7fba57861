public import RealTime

/// Reads a buffer at positions that another unit gives.
public struct BufRd: UnitGenerator {
  public static let specification = UnitSpecification(
    "BufRd", "Reads a buffer at positions that another unit gives.",
    inputs: [
      .init("bufnum", "The buffer's number.", rates: [.scalar, .control]),
      .init("phase", "The position.", measure: "frames"),
      .init("loop", "1: goes around in the buffer.", range: 0...1, standard: 1, rates: [.scalar, .control]),
      .init("interpolation", "1: none, 2: linear, 4: cubic.", range: 1...4, standard: 2, rates: [.scalar, .control]),
    ], outputs: [], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private let outputCount: Int
  private var interpolation = TableInterpolation.cubic

  public init(_ preparation: UnitPreparation) {
    inputs = UnitInputs(preparation)
    outputCount = preparation.outputCount
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    read(context, wires, 1, .none)
    interpolation =
      switch Int32(processorTruncating: wires[3].pointee) {
      case 1: .none
      case 2: .linear
      default: .cubic
      }
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    read(context, wires, frames, interpolation)
  }

  @inline(__always)
  private func read(
    _ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int, _ interpolation: TableInterpolation
  ) {
    guard let table = FrameTable(meant: wires[0].pointee, context) else {
      var output = 0
      while output < outputCount {
        clear(wires[4 &+ output], frames)
        output &+= 1
      }
      return
    }
    let loops = Int32(processorTruncating: wires[2].pointee) != 0
    let end = table.end(loops: loops)
    let positions = inputs.signal(wires, 1)
    let call = wires.call
    var isDone = call.pointee.isDone
    var places = ReadingPlaces(context.pointee.scratch)
    var frame = 0
    while frame < frames {
      if frame &+ 8 <= frames && places.set(eight: frame, positions.lanes(frame), table) {
        frame &+= 8
        continue
      }
      places.set(
        frame, table.place(Double(positions[frame]), before: end, loops: loops, isDone: &isDone), table)
      frame &+= 1
    }
    call.pointee.isDone = isDone
    places.read(table, loops: loops, interpolation, wires, firstOutput: 4, outputs: outputCount, frames)
  }
}
