public import RealTime

/// A sawtooth without aliases.
public struct Saw: UnitGenerator {
  public static let specification = UnitSpecification(
    "Saw", "A sawtooth without aliases.",
    inputs: [
      .init("freq", "Pitch.", range: -192_000...192_000, measure: "hertz", standard: 440, rates: [.scalar, .control])
    ], outputs: ["wave"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let sum = HarmonicSum()
  private var pitch: HarmonicPitch
  private var position: Int32 = 0
  private var level: Float = -0.46

  public init(_ preparation: UnitPreparation) { pitch = HarmonicPitch(preparation) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    pitch.start(wires[0].pointee)
    process(context, wires, 1)
    position = 0
    level = -0.46
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[1]
    let block = pitch.next(wires[0].pointee)
    let slope = 1 / Float(frames)
    var share: Float = 0
    var frame = 0
    while frame < frames {
      var value = sum.value(position, block.factor, block.scale)
      if block.fades {
        let last = sum.value(position, block.lastFactor, block.lastScale)
        value = last + share * (value - last)
        share += slope
      }
      level = value + 0.999 * level
      output[frame] = level
      position = position &+ block.step
      frame &+= 1
    }
  }
}
