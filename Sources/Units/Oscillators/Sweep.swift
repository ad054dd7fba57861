public import RealTime

/// A ramp from 0 that a trigger begins anew.
public struct Sweep: UnitGenerator {
  public static let specification = UnitSpecification(
    "Sweep", "A ramp from 0 that a trigger begins anew.",
    inputs: [
      .init("trig", "The trigger: rises above 0."),
      .init("rate", "How much it rises in a second.", standard: 1),
    ], outputs: ["ramp"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private let isTriggered: Bool
  private let period: Double
  private let shortPeriod: Float
  private var last: Float = 0
  private var level = 0.0

  public init(_ preparation: UnitPreparation) {
    inputs = UnitInputs(preparation)
    isTriggered = preparation.inputRates.first != .scalar
    period = 1 / preparation.valuesPerSecond
    shortPeriod = Float(period)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    last = wires[0].pointee
    wires[2].pointee = 0
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[2]
    let isAudio = inputs.isAudio(0)
    if isTriggered && !isAudio {
      if let part = crossing(wires[0].pointee) { level = Double(part) * step(wires, 0) }
      last = wires[0].pointee
    }
    var frame = 0
    if !inputs.isAudio(1) && frames & 7 == 0 && (!isAudio || RisingEdges(wires[0], frames, last: last).bits == 0) {
      let step = step(wires, 0)
      var low = SIMD4(1, 2, 3, 4) * step + level
      while frame < frames {
        WideLanes(low: low, high: low + 4 * step).store(to: output + frame)
        low += 8 * step
        frame &+= 8
      }
      level = low[0] - step
      if isAudio { last = wires[0][frames &- 1] }
      return
    }
    while frame < frames {
      let step = step(wires, frame)
      if isAudio {
        if let part = crossing(wires[0][frame]) { level = Double(part) * step } else { level += step }
        last = wires[0][frame]
      } else {
        level += step
      }
      output[frame] = Float(level)
      frame &+= 1
    }
  }

  /// How far between the last value and this one 0 was passed; nil where it was not.
  @inline(__always)
  private func crossing(_ trigger: Float) -> Float? {
    last <= 0 && trigger > 0 ? -last / (trigger - last) : nil
  }

  @inline(__always)
  private func step(_ wires: Wires, _ frame: Int) -> Double {
    inputs.isAudio(1) ? Double(wires[1][frame] * shortPeriod) : Double(wires[1].pointee) * period
  }
}
