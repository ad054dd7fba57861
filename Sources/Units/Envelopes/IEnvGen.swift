public import RealTime

/// An envelope that is read at an index in time. Its segments are those of the synth's beginning.
public struct IEnvGen: UnitGenerator {
  public static let specification = UnitSpecification(
    "IEnvGen", "An envelope that is read at an index in time.",
    inputs: [
      .init("index", "Where it is read.", measure: "seconds"),
      .init("offset", "The time of the first level.", measure: "seconds"),
      .init("initialLevel", "The first level."),
      .init("stages", "How many segments there are.", range: 0...1e6, standard: 1),
      .init("totalDur", "The time of all segments.", measure: "seconds", standard: 1),
      .init("segments", "Time in seconds, shape, curve and level of each segment."),
    ],
    lastInputRepeats: true, outputs: ["envelope"], rates: [.audio, .control],
    source: "The shapes are those of SuperCollider's Env.")

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private static let firstSegment = 5

  private let inputs: UnitInputs
  private let inputCount: Int
  private var segments: IndexedEnvelope?
  private var offset: Float = 0
  private var point: Float = 0
  private var level: Float = 0

  public init(_ preparation: UnitPreparation) {
    inputs = UnitInputs(preparation)
    inputCount = preparation.inputRates.count
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    let stages = max(0, min((inputCount - Self.firstSegment) / 4, WholeNumbers.whole(wires[3].pointee)))
    offset = wires[1].pointee
    point = wires[0].pointee - offset
    if let memory = context.pointee.allocate(floats: 4 * stages + 1) {
      memory[0] = wires[2].pointee
      var value = 0
      while value < 4 * stages {
        memory[1 + value] = wires[Self.firstSegment + value].pointee
        value &+= 1
      }
      segments = IndexedEnvelope(values: memory, stages: stages)
    }
    level = segments?.level(at: point, of: wires[4].pointee) ?? 0
    wires[inputCount].pointee = level
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[inputCount]
    guard var segments else {
      clear(output, frames)
      return
    }
    let index = inputs.signal(wires, 0)
    let duration = wires[4].pointee
    var frame = 0
    while frame < frames {
      if index[frame] != point {
        let moved = index[frame] - offset
        point = moved > 0 ? moved : 0
        level = segments.level(at: point, of: duration)
      }
      output[frame] = level
      frame &+= 1
    }
    self.segments = segments
  }
}
