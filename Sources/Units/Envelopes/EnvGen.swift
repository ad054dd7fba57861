import CRealTime
public import RealTime

/// An envelope: segments of any shape, with a release node and a loop node, started and released by a gate.
public struct EnvGen: UnitGenerator {
  public static let specification = UnitSpecification(
    "EnvGen", "An envelope of segments.",
    inputs: [
      .init("gate", "Starts the envelope, and releases it; below −1 it ends in −1 − gate seconds.", standard: 1),
      .init("levelScale", "All levels are multiplied by this.", standard: 1),
      .init("levelBias", "This is added to all levels."),
      .init("timeScale", "All times are multiplied by this.", range: 0...1e6, standard: 1),
      .init("doneAction", "What becomes of the synth at the end.", range: 0...15),
      .init("initialLevel", "The first level."),
      .init("stages", "How many segments there are.", range: 0...1e6, standard: 1),
      .init(
        "releaseNode", "The node that it stays at until the gate closes; −99: none.", range: -99...1e6, standard: -99),
      .init(
        "loopNode", "The node that it goes back to until the gate closes; −99: none.", range: -99...1e6, standard: -99),
      .init("segments", "Level, time in seconds, shape and curve of each segment."),
    ],
    lastInputRepeats: true, outputs: ["envelope"], rates: [.audio, .control],
    source: "The shapes are those of SuperCollider's Env.")

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private enum Place {
    static let segments = 9
    /// A stage that is behind any envelope's last.
    static let notStarted: Int32 = 1_000_000_000
    static let forever = Int32.max
  }

  private let inputCount: Int32
  private let hasAudioGate: Bool
  private let valuesPerSecond: Double
  private var segment = EnvelopeSegment()
  private var endLevel = 0.0
  private var remaining: Int32 = 0
  private var stage = Place.notStarted
  private var releaseNode: Int32 = -1
  private var gate: Float = 0
  private var isReleased = false

  public init(_ preparation: UnitPreparation) {
    inputCount = Int32(preparation.inputRates.count)
    hasAudioGate = preparation.rate == .audio && preparation.inputRates.first == .audio
    valuesPerSecond = preparation.valuesPerSecond
  }

  @inline(__always)
  private static func whole(_ value: Float) -> Int32 { value.magnitude < 2e9 ? Int32(value) : -1 }

  @inline(__always)
  private func scaled(_ level: Float, _ wires: Wires) -> Double { Double(level * wires[1].pointee + wires[2].pointee) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    endLevel = scaled(wires[5].pointee, wires)
    segment.level = endLevel
    releaseNode = Self.whole(wires[7].pointee)
    if inputCount >= 13 && Self.whole(wires[Place.segments + 2].pointee) == EnvelopeSegment.Shape.hold.rawValue {
      segment.level = Double(wires[Place.segments].pointee)
    }
    renderHeld(context, wires, 1)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    if hasAudioGate { renderGated(context, wires, frames) } else { renderHeld(context, wires, frames) }
  }

  /// The gate holds for the whole block.
  @inline(__always)
  private mutating func renderHeld(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[Int(inputCount)]
    take(wires[0].pointee, wires)
    var frame = 0
    while frame < frames {
      if remaining <= 0 { nextSegment(context, wires) }
      let count = min(frames - frame, Int(remaining))
      segment.fill(output + frame, count)
      frame &+= count
      if remaining != Place.forever { remaining &-= Int32(count) }
    }
  }

  /// The gate may open and close at any frame.
  @inline(__always)
  private mutating func renderGated(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[Int(inputCount)]
    // Where what is rendered now began: a segment, or the block. scsynth counts a cut-off from there.
    var first = 0
    var frame = 0
    while frame < frames {
      if remaining <= 0 {
        nextSegment(context, wires)
        first = frame
      }
      // A gate that changes takes hold before its frame is written.
      if wires[0][frame] != gate && take(wires[0][frame], wires, late: Int32(frame &- first)) {
        first = frame
        continue
      }
      let count = min(frames - frame, Int(remaining))
      var next = 1
      while next < count && wires[0][frame + next] == gate { next &+= 1 }
      segment.fill(output + frame, next)
      frame &+= next
      if remaining != Place.forever { remaining &-= Int32(next) }
    }
  }

  /// - Parameter late: by how many values a line that cuts off ends too early.
  /// - Returns: whether the gate did anything.
  @inline(__always)
  @discardableResult
  private mutating func take(_ newGate: Float, _ wires: Wires, late: Int32 = 0) -> Bool {
    let oldGate = gate
    gate = newGate
    if oldGate <= 0 && newGate > 0 {
      stage = -1
      isReleased = false
      wires.call.pointee.isDone = false
      remaining = 0
    } else if newGate <= -1 && oldGate > -1 && !isReleased {
      let values = Double(-newGate - 1) * valuesPerSecond
      remaining = values >= 1 ? Int32(min(values, 2e9)) : 1
      stage = Self.whole(wires[6].pointee)
      endLevel = scaled(wires[Int(inputCount) - 4].pointee, wires)
      segment.glide(to: endLevel, in: remaining)
      remaining &-= late
      isReleased = true
    } else if oldGate > 0 && newGate <= 0 && releaseNode >= 0 && !isReleased {
      remaining = 0
      stage = releaseNode - 1
      isReleased = true
    } else {
      return false
    }
    return true
  }

  private mutating func nextSegment(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    let stages = Self.whole(wires[6].pointee)
    if stage == Place.notStarted {
      remaining = Place.forever
      segment.stay(at: segment.level, .hold)
      return
    }
    if stage &+ 1 >= stages {
      remaining = Place.forever
      segment.stay(at: endLevel, .step)
      wires.call.pointee.isDone = true
      context.pointee.perform(doneAction: DoneAction.number(wires[4].pointee))
      return
    }
    if stage &+ 1 == Self.whole(wires[7].pointee) && !isReleased {
      let loopNode = Self.whole(wires[8].pointee)
      guard loopNode >= 0 && loopNode < stages else {
        remaining = Place.forever
        segment.stay(at: endLevel, .sustain)
        return
      }
      stage = loopNode
    } else {
      stage &+= 1
    }
    begin(context, wires)
  }

  private mutating func begin(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    let first = Place.segments &+ 4 &* Int(stage)
    guard stage >= 0, first &+ 4 <= Int(inputCount) else {
      // The envelope says that it has more segments than it has.
      remaining = Place.forever
      segment.stay(at: 0, .step)
      context.pointee.perform(doneAction: 2)
      return
    }
    let former = endLevel
    endLevel = scaled(wires[first].pointee, wires)
    let values = Double(wires[first + 1].pointee * wires[3].pointee) * valuesPerSecond
    // A segment without end, as Env.circle has behind its loop, is gone through at once.
    remaining = values >= 1 && values < .infinity ? Int32(min(values, 2e9)) : 1
    segment.begin(
      EnvelopeSegment.Shape(rawValue: Self.whole(wires[first + 2].pointee)) ?? .sustain, to: endLevel, in: remaining,
      curve: Double(wires[first + 3].pointee), former: former)
  }
}
