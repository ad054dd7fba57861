import CRealTime
public import RealTime

/// Writes a signal around in a buffer, for taps to read. What it gives out are the places, as whole numbers, not floats.
public struct DelTapWr: UnitGenerator {
  public static let specification = UnitSpecification(
    "DelTapWr", "Writes a signal around in a buffer, for DelTapRd to read.",
    inputs: [
      .init("buffer", "The buffer, of one channel; it is cleared.", rates: [.scalar, .control]),
      .init("in", "The signal.", followsUnit: true),
    ], outputs: ["place"], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private var place: UInt32 = 0

  public init(_ preparation: UnitPreparation) { inputs = UnitInputs(preparation) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    wires[2].pointee = 0
    guard let table = tapTable(context, wires[0].pointee) else {
      wires.call.pointee.isDone = true
      return
    }
    clear(table.samples, table.count)
    write(wires, table, 1)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    guard let table = tapTable(context, wires[0].pointee) else {
      wires.call.pointee.isDone = true
      clear(wires[2], frames)
      return
    }
    write(wires, table, frames)
  }

  @inline(__always)
  private mutating func write(_ wires: Wires, _ table: BufferTable, _ frames: Int) {
    let signal = inputs.signal(wires, 1)
    let output = wires[2]
    if place >= table.count { place = 0 }
    var frame = 0
    while frame < frames {
      let end = frame &+ min(frames &- frame, table.count &- Int(place))
      while frame < end {
        table.samples[Int(place)] = signal[frame]
        output[frame] = Float(bitPattern: place)
        place &+= 1
        frame &+= 1
      }
      if place == table.count { place = 0 }
    }
  }
}
