public import RealTime

/// A sine with an attack of 10 ms and a decay of 500 ms: the test tone. It frees its synth when it has died away.
public struct Tone: UnitGenerator {
  public static let specification = UnitSpecification(
    "Tone", "A sine that rises in 10 ms and dies away in 500 ms.",
    inputs: [
      .init("frequency", "Pitch.", range: 0...192_000, measure: "hertz", standard: 440, rates: [.scalar]),
      .init("amplitude", "Peak.", range: 0...1, standard: 0.1, rates: [.scalar]),
    ],
    outputs: ["tone"])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }

  static let attackSeconds = 0.01
  static let decaySeconds = 0.5

  var elapsed: Int64 = 0
  var began = false

  public init(_ preparation: UnitPreparation) {}

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[2]
    var frame = 0
    if !began {
      began = true
      elapsed = -Int64(context.pointee.startOffset)
    }
    let increment = Self.increment(wires[0].pointee, context.pointee.sampleRate)
    let amplitude = wires[1].pointee
    let attack = Float(Self.attackSeconds * context.pointee.sampleRate)
    let decay = Float(Self.decaySeconds * context.pointee.sampleRate)
    while frame < frames {
      let turns = Self.turns(increment, at: elapsed &+ Int64(frame))
      let passed = Lanes(repeating: Float(elapsed &+ Int64(frame))) + Lanes.ascending
      let rise = passed / attack
      let fall = 1 - (passed - attack) / decay
      var envelope = rise.replacing(with: fall * fall, where: passed .> attack)
      envelope = envelope.replacing(with: Lanes.zero, where: fall .<= 0)
      envelope = envelope.replacing(with: Lanes.zero, where: passed .< 0)
      (sine(turns: turns) * envelope * amplitude).store(to: output + frame)
      frame += 8
    }
    elapsed &+= Int64(frames)
    if Float(elapsed) > attack + decay { context.pointee.doneAction.pointee = 2 }
  }

  /// Turns a frame in units of 2⁻⁶⁴; a pitch that is none stands still.
  @inline(__always)
  private static func increment(_ hertz: Float, _ sampleRate: Double) -> UInt64 {
    let turns = Double(hertz) / sampleRate
    guard turns > 0 && turns < 1e9 else { return 0 }
    let fraction = turns - Double(Int64(turns))
    return UInt64(fraction * 9_223_372_036_854_775_808) &* 2
  }

  /// The phases of eight frames, each counted from the tone's beginning, so that it does not matter where blocks begin.
  @inline(__always)
  private static func turns(_ increment: UInt64, at frame: Int64) -> Lanes {
    var phases = SIMD8<Int32>()
    var phase = increment &* UInt64(bitPattern: frame)
    var lane = 0
    while lane < 8 {
      phases[lane] = Int32(truncatingIfNeeded: phase >> 32)
      phase = phase &+ increment
      lane += 1
    }
    return Lanes(phases) * Float(1.0 / 4_294_967_296)
  }
}
