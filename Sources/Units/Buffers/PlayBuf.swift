public import RealTime

/// Plays a buffer, on a cubic between its frames.
public struct PlayBuf: UnitGenerator {
  public static let specification = UnitSpecification(
    "PlayBuf", "Plays a buffer, on a cubic between its frames.",
    inputs: [
      .init("bufnum", "The buffer's number.", rates: [.scalar, .control]),
      .init("rate", "Frames of the buffer in a frame; negative backwards.", standard: 1),
      .init("trigger", "Rises above 0: it jumps to the start.", standard: 1),
      .init("startPos", "Where it starts.", measure: "frames"),
      .init("loop", "1: goes around in the buffer.", range: 0...1, rates: [.scalar, .control]),
      .init("doneAction", "What becomes of the synth at the end.", range: 0...15, rates: [.scalar, .control]),
    ], outputs: [], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private let outputCount: Int
  private var position = 0.0
  private var lastTrigger: Float = 0

  public init(_ preparation: UnitPreparation) {
    inputs = UnitInputs(preparation)
    outputCount = preparation.outputCount
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    position = Double(wires[3].pointee)
    clearOutputs(wires, 1)
  }

  @inline(__always)
  private func clearOutputs(_ wires: Wires, _ frames: Int) {
    var output = 0
    while output < outputCount {
      clear(wires[6 &+ output], frames)
      output &+= 1
    }
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    guard let table = FrameTable(meant: wires[0].pointee, context) else {
      clearOutputs(wires, frames)
      return
    }
    let loops = Int32(processorTruncating: wires[4].pointee) != 0
    let call = wires.call
    var places = ReadingPlaces(context.pointee.scratch)
    let isTriggered = inputs.isAudio(2) && RisingEdges(wires[2], frames, last: lastTrigger).bits != 0
    if inputs.isAudio(1) || isTriggered {
      // scsynth's, which so plays backwards from the end.
      if position == -1 && inputs.isAudio(1) && !inputs.isAudio(2) { position = Double(table.frames) }
      follow(wires, table, loops, &places, &call.pointee.isDone, frames)
    } else {
      if inputs.isAudio(2) {
        lastTrigger = wires[2][frames &- 1]
      } else {
        trigger(wires[2].pointee, wires[3].pointee, &call.pointee.isDone)
      }
      let rate = Double(wires[1].pointee)
      if frames > 1 && places.set(from: position, by: rate, frames, table) {
        position += rate * Double(frames)
      } else {
        follow(wires, table, loops, &places, &call.pointee.isDone, frames)
      }
    }
    places.read(table, loops: loops, .cubic, wires, firstOutput: 6, outputs: outputCount, frames)
    if call.pointee.isDone { context.pointee.perform(doneAction: Int32(processorTruncating: wires[5].pointee)) }
  }

  @inline(__always)
  private mutating func trigger(_ level: Float, _ start: Float, _ isDone: inout Bool) {
    if level > 0 && lastTrigger <= 0 {
      isDone = false
      position = Double(start)
    }
    lastTrigger = level
  }

  /// Frame by frame.
  @inline(__always)
  private mutating func follow(
    _ wires: Wires, _ table: FrameTable, _ loops: Bool, _ places: inout ReadingPlaces, _ isDone: inout Bool,
    _ frames: Int
  ) {
    let rate = inputs.signal(wires, 1)
    let level = inputs.signal(wires, 2)
    let start = inputs.signal(wires, 3)
    let end = table.end(loops: loops)
    var frame = 0
    while frame < frames {
      trigger(level[frame], start[frame], &isDone)
      position = table.place(position, before: end, loops: loops, isDone: &isDone)
      places.set(frame, position, table)
      position += Double(rate[frame])
      frame &+= 1
    }
  }
}
