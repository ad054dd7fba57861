public import RealTime

/// An envelope whose levels, times and shapes are asked for.
public struct DemandEnvGen: UnitGenerator {
  public static let specification = UnitSpecification(
    "DemandEnvGen", "An envelope whose levels, times and shapes are asked for.",
    inputs: [
      .init("level", "The levels.", rates: Rate.any),
      .init("dur", "The times from one level to the next.", measure: "seconds", standard: 1, rates: Rate.any),
      .init("shape", "The segments' shapes, as EnvGen's.", standard: 1, rates: Rate.any),
      .init("curve", "The segments' curves, for shape 5.", rates: Rate.any),
      .init("gate", "1 and above: it runs. Between 0 and 1: it ends with this segment. 0: it holds.", standard: 1),
      .init("reset", "A trigger that begins anew: up to 1 from where it is, above 1 at the first level.", standard: 1),
      .init("levelScale", "Levels are multiplied by this.", standard: 1),
      .init("levelBias", "This is added to levels."),
      .init("timeScale", "Times are multiplied by this.", standard: 1),
      .init("doneAction", "What becomes of the synth at the end.", range: 0...15),
    ], outputs: ["envelope"], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private enum Input {
    static let level = 0
    static let duration = 1
    static let shape = 2
    static let curve = 3
    static let gate = 4
    static let reset = 5
    static let levelScale = 6
    static let levelBias = 7
    static let timeScale = 8
    static let doneAction = 9
    static let count = 10
  }

  private let valuesPerSecond: Double
  private let inputs: UnitInputs
  private let hasAudioGate: Bool
  private var segment = DemandEnvelopeSegment()
  private var endLevel = 0.0
  private var curve = 0.0
  private var shape: Int32 = 0
  /// Values until the segment's end.
  private var remaining: Float = 0
  private var lastReset: Float = 0
  private var isReleasing = false
  /// What the gate says, which counts from the next block on.
  private var isRunning = false

  public init(_ preparation: UnitPreparation) {
    valuesPerSecond = preparation.valuesPerSecond
    inputs = UnitInputs(preparation)
    hasAudioGate = preparation.rate == .audio && inputs.isAudio(Input.gate)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    let level = wires.demand(Input.level, context, at: 1)
    segment.level = level == level ? Double(level) : 0
    endLevel = segment.level
    isRunning = wires[Input.gate].pointee > 0
    renderHeld(context, wires, 1)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    if hasAudioGate { renderGated(context, wires, frames) } else { renderHeld(context, wires, frames) }
  }

  /// The gate holds for the whole block.
  @inline(__always)
  private mutating func renderHeld(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[Input.count]
    let reset = wires[Input.reset].pointee
    var runs = isRunning
    var frame = 0
    while frame < frames {
      if reset > 0 && lastReset <= 0 {
        restart(context, wires, at: 1, reset)
        wires.resetDemand(Input.curve, context)
        runs = true
      }
      advance(context, wires, at: 1, &runs)
      output[frame] = Float(segment.level)
      frame &+= 1
    }
    lastReset = reset
    take(wires[Input.gate].pointee)
  }

  /// The gate may change at any frame.
  @inline(__always)
  private mutating func renderGated(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[Input.count]
    let reset = inputs.signal(wires, Input.reset)
    var runs = isRunning
    var frame = 0
    while frame < frames {
      if reset[frame] > 0 && lastReset <= 0 {
        restart(context, wires, at: frame + 1, reset[frame])
        runs = true
      }
      lastReset = reset[frame]
      advance(context, wires, at: frame + 1, &runs)
      output[frame] = Float(segment.level)
      take(wires[Input.gate][frame])
      frame &+= 1
    }
  }

  @inline(__always)
  private mutating func take(_ gate: Float) {
    isRunning = gate > 0
    if gate > 0 && gate < 1 { isReleasing = true }
  }

  @inline(__always)
  private mutating func restart(
    _ context: UnsafePointer<RenderContext>, _ wires: Wires, at offset: Int, _ reset: Float
  ) {
    wires.resetDemand(Input.level, context)
    wires.resetDemand(Input.duration, context)
    wires.resetDemand(Input.shape, context)
    let first = wires.demand(Input.level, context, at: offset)
    if reset > 1 { segment.level = Double(first) }
    isReleasing = false
    remaining = 0
  }

  @inline(__always)
  private mutating func advance(
    _ context: UnsafePointer<RenderContext>, _ wires: Wires, at offset: Int, _ runs: inout Bool
  ) {
    if remaining <= 0 && runs {
      if isReleasing {
        runs = false
        isReleasing = false
        context.pointee.perform(doneAction: DoneAction.number(wires[Input.doneAction].pointee))
      } else {
        nextSegment(context, wires, at: offset, &runs)
      }
    }
    if runs {
      segment.step()
      remaining -= 1
    }
  }

  private mutating func nextSegment(
    _ context: UnsafePointer<RenderContext>, _ wires: Wires, at offset: Int, _ runs: inout Bool
  ) {
    let duration = wires.demand(Input.duration, context, at: offset)
    if duration == duration {
      let scaled = Double(duration * wires[Input.timeScale].pointee) * valuesPerSecond
      remaining = Float(scaled + Double(remaining))
    } else {
      isReleasing = true
      runs = false
      remaining = .greatestFiniteMagnitude
    }
    let newShape = wires.demand(Input.shape, context, at: offset)
    if newShape == newShape { shape = Int32(processorTruncating: newShape) }
    let newCurve = wires.demand(Input.curve, context, at: offset)
    if newCurve == newCurve { curve = Double(newCurve) }
    var count = 1.0
    if remaining <= 1 { shape = 1 } else { count = Double(remaining) }
    if Double(duration * 0.5) < 1 / valuesPerSecond { shape = 1 }
    let target = wires.demand(Input.level, context, at: offset)
    if target == target {
      endLevel = Double(target) * Double(wires[Input.levelScale].pointee) + Double(wires[Input.levelBias].pointee)
    } else {
      isReleasing = true
      remaining = 0
      shape = 0
    }
    segment.begin(shape, to: endLevel, in: count, curve: curve)
  }
}
