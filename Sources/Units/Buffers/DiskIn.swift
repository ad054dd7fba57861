public import RealTime

/// Plays a file that a buffer has open, through the buffer.
public struct DiskIn: UnitGenerator {
  public static let specification = UnitSpecification(
    "DiskIn", "Plays a file that a buffer has open, through the buffer: /b_read that leaves the file open.",
    inputs: [
      .init("bufnum", "The buffer, whose length is a multiple of 128 frames.", rates: [.scalar, .control]),
      .init("loop", "1: behind the end comes the beginning.", range: 0...1, rates: [.scalar, .control]),
    ], outputs: [])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let outputCount: Int
  /// In frames of the buffer.
  private var place = 0
  /// Where the file has ended in what is played now; −1: it has not.
  private var end = -1

  public init(_ preparation: UnitPreparation) { outputCount = preparation.outputCount }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { silence(wires, 1) }

  @inline(__always)
  private func silence(_ wires: Wires, _ frames: Int) {
    var output = 0
    while output < outputCount {
      clear(wires[2 &+ output], frames)
      output &+= 1
    }
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    guard let stream = StreamedBuffer(wires[0].pointee, channels: outputCount, context) else {
      silence(wires, frames)
      return
    }
    let table = stream.table
    if place >= table.frames { place = 0 }
    if end >= 0 && place >= end { wires.call.pointee.isDone = true }
    let before = place
    var frame = 0
    while frame < frames {
      let from = table.samples + place &* outputCount
      var channel = 0
      while channel < outputCount {
        wires[2 &+ channel][frame] = from[channel]
        channel &+= 1
      }
      place = place &+ 1 == table.frames ? 0 : place &+ 1
      frame &+= 1
    }
    if (before < stream.half) != (place < stream.half) {
      if stream.end >= 0 { end = stream.end }
      let loops = Int32(processorTruncating: wires[1].pointee) != 0
      stream.request(loops ? .readAround : .read, besides: place, context)
    }
  }
}
