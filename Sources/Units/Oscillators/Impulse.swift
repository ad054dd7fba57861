import CRealTime
public import RealTime

/// Single frames of 1, so many in a second, 0 between them.
public struct Impulse: UnitGenerator {
  public static let specification = UnitSpecification(
    "Impulse", "Single frames of 1, so many in a second.",
    inputs: [
      .init("freq", "How many in a second.", range: -192_000...192_000, measure: "hertz", standard: 440),
      .init("phase", "Where within the period it is; at each whole number an impulse comes."),
    ], outputs: ["impulses"], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private let period: Float
  private var position = 0.0
  private var increment = 0.0
  private var offset = 0.0

  public init(_ preparation: UnitPreparation) {
    inputs = UnitInputs(preparation)
    period = Float(1 / preparation.valuesPerSecond)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    offset = Double(wires[1].pointee)
    increment = Double(wires[0].pointee * period)
    position = offset - syrinx_floor(offset)
    // A phase of 0 begins with an impulse.
    if position == 0 && increment >= 0 { position = 1 }
    wires[2].pointee = increment < 0 ? (position <= 0 ? 1 : 0) : (position >= 1 ? 1 : 0)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[2]
    let frequency = inputs.signal(wires, 0)
    let phase = inputs.signal(wires, 1)
    let isFrequencyAudio = inputs.isAudio(0)
    // A phase of audio rate beside a pitch of another is taken once a block.
    let isPhaseAudio = inputs.isAudio(1) && isFrequencyAudio
    let share = 1 / Double(frames)
    let slope = isFrequencyAudio ? 0 : (Double(frequency[0] * period) - increment) * share
    let shift = isPhaseAudio ? 0 : (Double(phase[0]) - offset) * share
    if slope == 0 && shift == 0 && !isFrequencyAudio && !isPhaseAudio && frames & 7 == 0 && increment >= 0
      && increment < 1 && position >= 0 && position < 1 + increment
    {
      pulse(output, frames)
      return
    }
    var unit = self
    var frame = 0
    while frame < frames {
      output[frame] = unit.passes()
      if isPhaseAudio {
        let next = Double(phase[frame])
        unit.position += next - unit.offset
        unit.offset = next
        _ = unit.passes()
      } else if shift != 0 {
        unit.position += shift
        _ = unit.passes()
      }
      if isFrequencyAudio { unit.increment = Double(frequency[frame] * period) } else { unit.increment += slope }
      unit.position += unit.increment
      frame &+= 1
    }
    self = unit
    if !isPhaseAudio { offset = Double(phase[0]) }
    if !isFrequencyAudio { increment = Double(frequency[0] * period) }
  }

  /// A block of a pitch and a phase that stand still.
  @inline(__always)
  private mutating func pulse(_ output: UnsafeMutablePointer<Float>, _ frames: Int) {
    let begins = position >= 1
    var phases = PhaseLanes(begins ? position - 1 : position, by: increment, period: 1)
    if phases.first + increment * Double(frames) < 1 {
      // None comes but the first.
      clear(output, frames)
      position = phases.first + increment * Double(frames)
    } else {
      var frame = 0
      while frame < frames {
        // Those that have just gone around.
        Lanes.zero.replacing(with: 1, where: (increment - phases.next()).lanes .> 0).store(to: output + frame)
        frame &+= 8
      }
      position = phases.firstUnwrapped(increment)
    }
    output.pointee = begins ? 1 : 0
  }

  /// 1 where a period has passed, which is taken off.
  @inline(__always)
  private mutating func passes() -> Float {
    if increment < 0 {
      guard position <= 0 else { return 0 }
      position += 1
      if position <= 0 { position -= syrinx_ceil(position) }
    } else {
      guard position >= 1 else { return 0 }
      position -= 1
      if position >= 1 { position -= syrinx_floor(position) }
    }
    return 1
  }
}
