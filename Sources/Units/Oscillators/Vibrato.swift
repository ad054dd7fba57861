public import RealTime

/// A pitch that trembles, in a parabolic wave of a rate and a depth that vary at random.
public struct Vibrato: UnitGenerator {
  public static let specification = UnitSpecification(
    "Vibrato", "A pitch that trembles, at a rate and a depth that vary at random.",
    inputs: [
      .init("freq", "The pitch.", measure: "hertz", standard: 440),
      .init(
        "rate", "How often it trembles.", range: 0...192_000, measure: "hertz", standard: 6, rates: [.scalar, .control]),
      .init("depth", "How far, as a part of the pitch.", range: 0...1, standard: 0.02, rates: [.scalar, .control]),
      .init("delay", "The time before it begins.", range: 0...1e9, measure: "seconds", rates: [.scalar, .control]),
      .init("onset", "The time in which it grows.", range: 0...1e9, measure: "seconds", rates: [.scalar, .control]),
      .init(
        "rateVariation", "How much the rate varies, as a part of it.", range: 0...1, standard: 0.04,
        rates: [.scalar, .control]),
      .init(
        "depthVariation", "How much the depth varies, as a part of it.", range: 0...1, standard: 0.1,
        rates: [.scalar, .control]),
      .init("iphase", "Where within the period it begins.", range: 0...1, rates: [.scalar, .control]),
      .init("trig", "A trigger that begins it anew.", rates: [.scalar, .control]),
    ], outputs: ["pitch"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let isAudio: Bool
  private let valuesPerSecond: Double
  private let step: Float
  private var last: Float = 0
  private var phase = 0.0
  private var pitch: Float = 0
  private var high: Float = 0
  private var low: Float = 0
  private var delay: Int32 = 0
  private var onset: Int32 = 0
  private var onsetSlope = 0.0
  private var onsetLevel = 0.0

  public init(_ preparation: UnitPreparation) {
    isAudio = preparation.inputRates.first == .audio
    valuesPerSecond = preparation.valuesPerSecond
    step = Float(4 / valuesPerSecond)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    begin(context, wires)
    process(context, wires, 1)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[9]
    let signal = InputSignal(wires[0], isAudio: isAudio)
    let trigger = wires[8].pointee
    if last <= 0 && trigger > 0 { begin(context, wires) }
    last = trigger
    var unit = self
    var frame = 0
    while frame < frames {
      if unit.delay > 0 {
        unit.delay &-= 1
        output[frame] = signal[frame]
      } else {
        output[frame] = signal[frame] * (1 + unit.tremble(context, wires))
        unit.phase += Double(unit.pitch)
      }
      frame &+= 1
    }
    self = unit
  }

  private mutating func begin(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    phase = Double(4 * Bounds.wrap(wires[7].pointee, 0, 1)) - 1
    vary(context, wires)
    delay = Int32(processorTruncating: Double(wires[3].pointee) * valuesPerSecond)
    onset = Int32(processorTruncating: Double(wires[4].pointee) * valuesPerSecond)
    onsetSlope = 1 / (1 + Double(onset))
    onsetLevel = onsetSlope
  }

  /// Draws the rate and the two depths of a period.
  @inline(__always)
  private mutating func vary(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    var random = context.pointee.random.pointee
    let (depth, variation) = (wires[2].pointee, wires[6].pointee)
    pitch = wires[1].pointee * step * (1 + wires[5].pointee * random.bipolar())
    high = depth * (1 + variation * random.bipolar())
    low = depth * (1 + variation * random.bipolar())
    context.pointee.random.pointee = random
  }

  @inline(__always)
  private mutating func tremble(_ context: UnsafePointer<RenderContext>, _ wires: Wires) -> Float {
    var level: Float = 1
    if onset > 0 {
      onset &-= 1
      level = Float(onsetLevel)
      onsetLevel += onsetSlope
    }
    if phase >= 1 && phase < 3 {
      let x = Float(phase - 2)
      return level * low * (x * x - 1)
    }
    if phase >= 3 {
      phase -= 4
      vary(context, wires)
    }
    let x = Float(phase)
    return level * high * (1 - x * x)
  }
}
