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
    let turnsEachFrame = Double(wires[0].pointee) / context.pointee.sampleRate
    let amplitude = wires[1].pointee
    let attack = Float(Self.attackSeconds * context.pointee.sampleRate)
    let decay = Float(Self.decaySeconds * context.pointee.sampleRate)
    while frame < frames {
      let first = Double(elapsed &+ Int64(frame)) * turnsEachFrame
      let base = Float(first - Double(Int64(first)))
      let wrapped = multiplyAdd(Lanes.ascending, Lanes(repeating: Float(turnsEachFrame)), Lanes(repeating: base))
        .wrappedTurns
      let passed = Lanes(repeating: Float(elapsed &+ Int64(frame))) + Lanes.ascending
      let rise = passed / attack
      let fall = 1 - (passed - attack) / decay
      var envelope = rise.replacing(with: fall * fall, where: passed .> attack)
      envelope = envelope.replacing(with: Lanes.zero, where: fall .<= 0)
      envelope = envelope.replacing(with: Lanes.zero, where: passed .< 0)
      (sine(turns: wrapped) * envelope * amplitude).store(to: output + frame)
      frame += 8
    }
    elapsed &+= Int64(frames)
    if Float(elapsed) > attack + decay { context.pointee.doneAction.pointee = 2 }
  }
}
