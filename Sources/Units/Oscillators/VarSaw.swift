public import RealTime

/// A triangle whose peak stands anywhere: from a sawtooth to its mirror image.
public struct VarSaw: UnitGenerator {
  public static let specification = UnitSpecification(
    "VarSaw", "A triangle whose peak stands anywhere: from a sawtooth to its mirror image.",
    inputs: [
      .init("freq", "Pitch.", range: -192_000...192_000, measure: "hertz", standard: 440),
      .init("iphase", "Where it begins: 0 to 1.", range: 0...1, rates: [.scalar, .control]),
      .init(
        "width", "Where within the period the peak stands.", range: 0...1, standard: 0.5, rates: [.scalar, .control]),
    ], outputs: ["wave"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private let step: Float
  private var phase = 0.0
  private var width: Float = 0
  private var rise: Float = 0
  private var fall: Float = 0

  public init(_ preparation: UnitPreparation) {
    inputs = UnitInputs(preparation)
    step = Float(1 / preparation.valuesPerSecond)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    phase = Double(wires[1].pointee)
    setWidth(wires[2].pointee)
    wires[3].pointee = 0
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[3]
    let frequency = inputs.signal(wires, 0)
    if !inputs.isAudio(0), rendersSteadily(Double(frequency[0] * step), wires[2].pointee, output, frames) { return }
    var frame = 0
    while frame < frames {
      if phase >= 1 {
        phase -= 1
        setWidth(wires[2].pointee)
      }
      let height = phase < Double(width) ? phase * Double(rise) : (1 - phase) * Double(fall)
      output[frame] = Float(height) - 1
      phase += Double(frequency[frame] * step)
      frame &+= 1
    }
  }

  /// A pitch that holds for the block, and a width that has not changed: eight frames at a time.
  @inline(__always)
  private mutating func rendersSteadily(
    _ step: Double, _ newWidth: Float, _ output: UnsafeMutablePointer<Float>, _ frames: Int
  ) -> Bool {
    guard step >= 0, step < 1, phase >= 0, phase < 2, Bounds.clamp(newWidth, 0.001, 0.999) == width else {
      return false
    }
    let first = phase >= 1 ? phase - 1 : phase
    var phases = SIMD8<Double>(0, 1, 2, 3, 4, 5, 6, 7) * step + first
    let (width, rise, fall) = (Double(width), Double(rise), Double(fall))
    var frame = 0
    while frame < frames {
      let places = phases - Self.floored(phases)
      let heights = ((1 - places) * fall).replacing(with: places * rise, where: places .< width)
      (Lanes(rounding: heights) - 1).store(to: output + frame)
      phases += 8 * step
      frame &+= 8
    }
    let last = first + Double(frames &- 1) * step
    phase = last - Double(Int(last)) + step
    return true
  }

  /// The whole numbers below; of a whole number itself, or the one below.
  @inline(__always)
  private static func floored(_ values: SIMD8<Double>) -> SIMD8<Double> {
    // Adding 1.5 · 2^52 leaves no room for a fraction: what comes back is the nearest whole number.
    let magic = SIMD8<Double>(repeating: 6_755_399_441_055_744)
    return ((values - 0.5) + magic) - magic
  }

  @inline(__always)
  private mutating func setWidth(_ value: Float) {
    width = Bounds.clamp(value, 0.001, 0.999)
    rise = 2 / width
    fall = 2 / (1 - width)
  }
}
