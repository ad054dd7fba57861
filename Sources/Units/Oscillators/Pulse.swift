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
  private var integrator = LeakyIntegrator(level: 0)

  public init(_ preparation: UnitPreparation) { pitch = HarmonicPitch(preparation) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    pitch.start(wires[0].pointee)
    process(context, wires, 1)
    position = 0
    offset = 0
    integrator.level = 0
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[2]
    let block = pitch.next(wires[0].pointee)
    let target = Int32(processorTruncating: wires[1].pointee * 268_435_456)
    let step = Int32(processorTruncating: Double(target &- offset) / Double(frames))
    if frames & 7 == 0 && !block.fades {
      renderSteadily(block, offset, step, output, frames)
      offset = target
      return
    }
    let slope = 1 / Float(frames)
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
        output[frame] = integrator.next(one - two)
        share += slope
      } else {
        output[frame] = integrator.next(difference(position, second, block))
      }
      position = position &+ block.step
      now = now &+ step
      frame &+= 1
    }
  }

  /// What the sums at two positions differ by.
  @inline(__always)
  private func difference(_ position: Int32, _ second: Int32, _ block: HarmonicPitch.Block) -> Float {
    let peak = block.scale == 0 ? 0 : 1 / block.scale + 1
    let one = sum.quotient(position, block.factor) ?? peak
    let two = sum.quotient(second, block.factor) ?? peak
    return (one - two) * block.scale
  }

  /// First the differences, then what they add up to: two loops, so that neither takes the other's vectors apart.
  @inline(__always)
  private mutating func renderSteadily(
    _ block: HarmonicPitch.Block, _ offset: Int32, _ step: Int32, _ output: UnsafeMutablePointer<Float>, _ frames: Int
  ) {
    let secondStep = block.step &+ step
    var positions = SIMD8<Int32>(0, 1, 2, 3, 4, 5, 6, 7) &* block.step &+ position
    var seconds = SIMD8<Int32>(0, 1, 2, 3, 4, 5, 6, 7) &* secondStep &+ (position &+ offset)
    var frame = 0
    while frame < frames {
      if let one = sum.quotients(positions, block.factor), let two = sum.quotients(seconds, block.factor) {
        ((one - two) * block.scale).store(to: output + frame)
      } else {
        computeEach(positions[0], seconds[0], secondStep, block, output + frame)
      }
      positions = positions &+ (block.step &* 8)
      seconds = seconds &+ (secondStep &* 8)
      frame &+= 8
    }
    position = position &+ (block.step &* Int32(truncatingIfNeeded: frames))
    integrator.integrate(output, frames)
  }

  @inline(never)
  private func computeEach(
    _ position: Int32, _ second: Int32, _ secondStep: Int32, _ block: HarmonicPitch.Block,
    _ output: UnsafeMutablePointer<Float>
  ) {
    var (place, other) = (position, second)
    for lane in 0..<8 {
      output[lane] = difference(place, other, block)
      place = place &+ block.step
      other = other &+ secondStep
    }
  }
}
