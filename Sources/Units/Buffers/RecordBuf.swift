public import RealTime

/// Records signals into a buffer, over what is there or mixed with it.
public struct RecordBuf: UnitGenerator {
  public static let specification = UnitSpecification(
    "RecordBuf", "Records signals into a buffer, over what is there or mixed with it.",
    inputs: [
      .init("bufnum", "The buffer's number.", rates: [.scalar, .control]),
      .init("offset", "Where it begins.", measure: "frames", rates: [.scalar, .control]),
      .init("recLevel", "Gain of what is recorded.", standard: 1, rates: [.scalar, .control]),
      .init("preLevel", "Gain of what is there.", rates: [.scalar, .control]),
      .init("run", "Above 0 it records, below 0 backwards, at 0 it waits.", standard: 1, rates: [.scalar, .control]),
      .init("loop", "1: goes around in the buffer.", range: 0...1, standard: 1, rates: [.scalar, .control]),
      .init("trigger", "Rises above 0: it jumps to the offset.", standard: 1, rates: [.scalar, .control, .audio]),
      .init("doneAction", "What becomes of the synth at the end.", range: 0...15, rates: [.scalar, .control]),
      .init("in", "The signals, as many as the buffer has channels."),
    ], lastInputRepeats: true, outputs: ["zero"], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private let inputCount: Int
  /// In samples.
  private var place = 0
  private var level: Float = 0
  private var oldLevel: Float = 0
  private var lastTrigger: Float = 0

  public init(_ preparation: UnitPreparation) {
    inputs = UnitInputs(preparation)
    inputCount = preparation.inputRates.count
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    place = Int(Int32(processorTruncating: wires[1].pointee)) &* (inputCount &- 8)
    level = wires[2].pointee
    oldLevel = wires[3].pointee
    wires[inputCount].pointee = 0
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    clear(wires[inputCount], frames)
    let call = wires.call
    guard let table = FrameTable(meant: wires[0].pointee, context), inputCount &- 8 == table.channels else {
      call.pointee.isDone = true
      return
    }
    let size = table.frames &* table.channels
    let run = wires[4].pointee
    let loops = Int32(processorTruncating: wires[5].pointee) != 0
    let trigger = wires[6].pointee
    if trigger > 0 && lastTrigger <= 0 {
      call.pointee.isDone = false
      place = Int(Int32(processorTruncating: wires[1].pointee)) &* table.channels
    }
    lastTrigger = trigger
    if loops { place = place < 0 ? size &- table.channels : place >= size ? 0 : place }
    if run > 0 {
      let rest = loops ? frames : (size &- place) / table.channels
      record(table, wires, by: table.channels, loops, rest < frames ? rest : frames, frames)
    } else if run < 0 {
      let rest = loops ? frames : place / table.channels
      record(table, wires, by: 0 &- table.channels, loops, rest < frames ? rest : frames, frames)
    }
    if !loops && place >= size {
      call.pointee.isDone = true
      context.pointee.perform(doneAction: Int32(processorTruncating: wires[7].pointee))
    }
  }

  /// - Parameter count: how many frames of the block there is room for.
  @inline(__always)
  private mutating func record(
    _ table: FrameTable, _ wires: Wires, by step: Int, _ loops: Bool, _ count: Int, _ frames: Int
  ) {
    let size = table.frames &* table.channels
    let share = 1 / Float(frames)
    let levelStep = (wires[2].pointee - level) * share
    let oldStep = (wires[3].pointee - oldLevel) * share
    let replaces = level == 1 && oldLevel == 0 && levelStep == 0 && oldStep == 0
    var frame = 0
    while frame < count {
      // Behind the end of what is not looped, or before its beginning, there is no room.
      if place >= 0 && place < size {
        let to = table.samples + place
        var channel = 0
        while channel < table.channels {
          let sample = inputs.signal(wires, 8 &+ channel)[frame]
          to[channel] = replaces ? sample : sample * level + to[channel] * oldLevel
          channel &+= 1
        }
      }
      place = place &+ step
      if loops { place = place < 0 ? size &- table.channels : place >= size ? 0 : place }
      level += levelStep
      oldLevel += oldStep
      frame &+= 1
    }
  }
}
