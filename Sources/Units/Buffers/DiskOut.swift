public import RealTime

/// Records signals through a buffer into a file that it has open.
public struct DiskOut: UnitGenerator {
  public static let specification = UnitSpecification(
    "DiskOut", "Records signals through a buffer into a file that it has open: /b_write that leaves the file open.",
    inputs: [
      .init("bufnum", "The buffer, whose length is a multiple of 128 frames.", rates: [.scalar, .control]),
      .init("in", "The signals, as many as the buffer has channels."),
    ], lastInputRepeats: true, outputs: ["frames"])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }
  public static let stopThunk: UnitThunk? = { runStop($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private let inputCount: Int
  /// In frames of the buffer.
  private var place = 0
  private var written = 0
  /// What is to be written if the synth ends now; nil: nothing was recorded.
  private var rest: DiskRequest?

  public init(_ preparation: UnitPreparation) {
    inputs = UnitInputs(preparation)
    inputCount = preparation.inputRates.count
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    wires[inputCount].pointee = 0
    guard let stream = StreamedBuffer(wires[0].pointee, channels: inputCount &- 1, context) else { return }
    let request = DiskRequest(.begin, buffer: stream.number, channels: stream.table.channels)
    context.pointee.send(.disk, context.pointee.node) { $0.append(request) }
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[inputCount]
    guard let stream = StreamedBuffer(wires[0].pointee, channels: inputCount &- 1, context) else {
      clear(output, frames)
      return
    }
    let table = stream.table
    if place >= table.frames { place = 0 }
    let before = place
    var frame = 0
    while frame < frames {
      let to = table.samples + place &* table.channels
      var channel = 0
      while channel < table.channels {
        to[channel] = inputs.signal(wires, 1 &+ channel)[frame]
        channel &+= 1
      }
      output[frame] = Float(written)
      written &+= 1
      place = place &+ 1 == table.frames ? 0 : place &+ 1
      frame &+= 1
    }
    if (before < stream.half) != (place < stream.half) { stream.request(.write, besides: place, context) }
    let first = place < stream.half ? 0 : stream.half
    rest = DiskRequest(
      .end, buffer: stream.number, firstFrame: first, frames: place &- first, channels: stream.table.channels)
  }

  /// The last frames are still to be written, and the file is let go of.
  public mutating func stop(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    guard let rest else { return }
    context.pointee.send(.disk, context.pointee.node) { $0.append(rest) }
    self.rest = nil
  }
}
