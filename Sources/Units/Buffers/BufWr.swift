public import RealTime

/// Writes signals into a buffer, at positions that another unit gives.
public struct BufWr: UnitGenerator {
  public static let specification = UnitSpecification(
    "BufWr", "Writes signals into a buffer, at positions that another unit gives.",
    inputs: [
      .init("bufnum", "The buffer's number.", rates: [.scalar, .control]),
      .init("phase", "The position.", measure: "frames"),
      .init("loop", "1: goes around in the buffer.", range: 0...1, standard: 1, rates: [.scalar, .control]),
      .init("in", "The signals, no more than the buffer has channels."),
    ], lastInputRepeats: true, outputs: ["zero"], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private let inputCount: Int

  public init(_ preparation: UnitPreparation) {
    inputs = UnitInputs(preparation)
    inputCount = preparation.inputRates.count
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { wires[inputCount].pointee = 0 }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    clear(wires[inputCount], frames)
    let channels = inputCount &- 3
    let call = wires.call
    guard let table = FrameTable(meant: wires[0].pointee, context), channels <= table.channels else {
      call.pointee.isDone = true
      return
    }
    let loops = Int32(processorTruncating: wires[2].pointee) != 0
    let end = table.end(loops: loops)
    let positions = inputs.signal(wires, 1)
    var isDone = call.pointee.isDone
    let places = UnsafeMutableRawPointer(context.pointee.scratch).assumingMemoryBound(to: Int32.self)
    var frame = 0
    while frame < frames {
      // Eight that lie within the table.
      if frame &+ 8 <= frames {
        let eight = positions.lanes(frame)
        let isOutside = (eight .< 0) .| .!(eight .< Float(table.frames &- 2))
        if Lanes(isOutside).bitsAboveZero == 0 {
          UnsafeMutableRawPointer(places + frame)
            .storeBytes(of: SIMD8<Int32>(processorTruncating: eight), as: SIMD8<Int32>.self)
          frame &+= 8
          continue
        }
      }
      let place = table.place(Double(positions[frame]), before: end, loops: loops, isDone: &isDone)
      places[frame] = Int32(processorTruncating: place)
      frame &+= 1
    }
    var channel = 0
    while channel < channels {
      let signal = inputs.signal(wires, 3 &+ channel)
      let samples = table.samples + channel
      frame = 0
      while frame < frames {
        samples[Int(places[frame]) &* table.channels] = signal[frame]
        frame &+= 1
      }
      channel &+= 1
    }
    call.pointee.isDone = isDone
  }
}
