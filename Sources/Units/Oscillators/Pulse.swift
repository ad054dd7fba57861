public import RealTime

/// A pulse wave without aliases.
public struct Pulse: UnitGenerator {
  public static let specification = UnitSpecification(
    "Pulse", "A pulse wave without aliases.",
    inputs: [
      .init("freq", "Pitch.", range: -192_000...192_000, measure: "hertz", standard: 440, rates: [.scalar, .control]),
      .init(
        "width", "The part of the period for which it is high.", range: 0...1, standard: 0.5,
        rates: [.scalar, .control]),
    ], outputs: ["wave"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let sum = HarmonicSum()
  private var pitch: HarmonicPitch
  private var position: Int32 = 0
  private var offset: Int32 = 0
  private var level: Float = 0

  public init(_ preparation: UnitPreparation) { pitch = HarmonicPitch(preparation) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    pitch.start(wires[0].pointee)
    process(context, wires, 1)
    position = 0
    offset = 0
    level = 0
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[2]
    let block = pitch.next(wires[0].pointee)
    let target = Int32(processorTruncating: wires[1].pointee * 268_435_456)
    let step = Int32(processorTruncating: Double(target &- offset) / Double(frames))
    let slope = 1 / Float(frames)
    let peak = block.scale == 0 ? 0 : 1 / block.scale + 1
    var share: Float = 0
    var now = offset
    offset = target
    var frame = 0
    while frame < frames {
      let second = position &+ now
      if block.fades {
        let from = sum.value(position, block.lastFactor, block.lastScale)
        let one = from + share * (sum.value(position, block.factor, block.scale) - from)
        let other = sum.value(second, block.lastFactor, block.lastScale)
        let two = other + share * (sum.value(second, block.factor, block.scale) - other)
        level = one - two + 0.999 * level
        share += slope
      } else {
        let one = sum.quotient(position, block.factor) ?? peak
        let two = sum.quotient(second, block.factor) ?? peak
        level = (one - two) * block.scale + 0.999 * level
      }
      output[frame] = level
      position = position &+ block.step
      now = now &+ step
      frame &+= 1
    }
  }
}
