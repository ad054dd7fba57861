public import RealTime

/// A ramp between two values, whose place a trigger resets.
public struct Phasor: UnitGenerator {
  public static let specification = UnitSpecification(
    "Phasor", "A ramp between two values, whose place a trigger resets.",
    inputs: [
      .init("trig", "The trigger: rises above 0."),
      .init("rate", "How much it rises in each value.", standard: 1),
      .init("start", "The lower end.", rates: [.scalar, .control]),
      .init("end", "The upper end.", standard: 1, rates: [.scalar, .control]),
      .init("resetPos", "Where the trigger puts it.", rates: [.scalar, .control]),
    ], outputs: ["ramp"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private let isAudioRate: Bool
  private var last: Float = 0
  private var level = 0.0

  public init(_ preparation: UnitPreparation) {
    inputs = UnitInputs(preparation)
    isAudioRate = preparation.rate == .audio
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    last = wires[0].pointee
    level = Double(wires[2].pointee)
    wires[5].pointee = Float(level)
  }

  /// A block at a rate that stands still, upwards; nil, and nothing is done, at any other.
  @inline(__always)
  private func ramp(
    _ output: UnsafeMutablePointer<Float>, _ frames: Int, _ rate: InputSignal, from level: Double, _ start: Double,
    _ end: Double
  ) -> PhaseLanes? {
    let step = Double(rate[0])
    guard !inputs.isAudio(1), frames & 7 == 0, level >= start, level < end, step >= 0, step <= end - start else {
      return nil
    }
    var phases = PhaseLanes(level - start, by: step, period: end - start)
    var frame = 0
    while frame < frames {
      (phases.next() + start).store(to: output + frame)
      frame &+= 8
    }
    return phases
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[5]
    let (start, end) = (Double(wires[2].pointee), Double(wires[3].pointee))
    let rate = InputSignal(wires[1], isAudio: inputs.isAudio(0) && inputs.isAudio(1) && isAudioRate)
    if isAudioRate && !inputs.isAudio(0) {
      let trigger = wires[0].pointee
      if last <= 0 && trigger > 0 { level = Double(wires[4].pointee) }
      last = trigger
      var level = Bounds.wrap(level, start, end)
      var frame = 0
      if let phases = ramp(output, frames, rate, from: level, start, end) {
        level = phases.firstUnwrapped(Double(rate[0])) + start
        frame = frames
      }
      while frame < frames {
        level = Bounds.wrap(level, start, end)
        output[frame] = Float(level)
        level += Double(rate[frame])
        frame &+= 1
      }
      self.level = level
      return
    }
    var (level, last) = (level, last)
    defer { (self.level, self.last) = (level, last) }
    var frame = 0
    if RisingEdges(wires[0], frames, last: last).bits == 0 {
      if let phases = ramp(output, frames, rate, from: level, start, end) {
        level = phases.first + start
        frame = frames
      }
      while frame < frames {
        output[frame] = Float(level)
        level = Bounds.wrap(level + Double(rate[frame]), start, end)
        frame &+= 1
      }
      last = wires[0][frames &- 1]
      return
    }
    while frame < frames {
      let trigger = wires[0][frame]
      let step = Double(rate[frame])
      if last <= 0 && trigger > 0 {
        // The part of the frame that has passed since the trigger.
        level = Double(wires[4].pointee) + Double(1 - last / (trigger - last)) * step
      }
      output[frame] = Float(level)
      level = Bounds.wrap(level + step, start, end)
      last = trigger
      frame &+= 1
    }
  }
}
