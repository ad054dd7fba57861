import CRealTime
public import RealTime

/// A bank of sines of fixed pitches.
///
/// - Source: the recursion of cosines, xₙ = 2 cos ω · xₙ₋₁ − xₙ₋₂.
public struct Klang: UnitGenerator {
  public static let specification = UnitSpecification(
    "Klang", "A bank of sines of fixed pitches.",
    inputs: [
      .init("freqscale", "What their pitches are multiplied by.", standard: 1, rates: [.scalar, .control]),
      .init("freqoffset", "What is added to their pitches.", measure: "hertz", rates: [.scalar, .control]),
      .init("specificationsArrayRef", "Pitch, level and phase of each sine in turn."),
    ], lastInputRepeats: true, outputs: ["sound"],
    rates: [.audio])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let partials: Int32
  private let outputIndex: Int32
  private let radiansPerValue: Double
  private var bank = PartialBank(fields: 3)

  public init(_ preparation: UnitPreparation) {
    partials = (Int32(truncatingIfNeeded: preparation.inputRates.count) - 2) / 3
    radiansPerValue = 2 * Double.pi / preparation.valuesPerSecond
    outputIndex = Int32(truncatingIfNeeded: preparation.inputRates.count)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    bank.reserve(context, partials: Int(partials))
    let scale = Float(Double(wires[0].pointee) * radiansPerValue)
    let offset = Float(Double(wires[1].pointee) * radiansPerValue)
    var sum: Float = 0
    var partial = 0
    while bank.memory != nil && partial < Int(partials) {
      let angle = wires[2 + 3 * partial].pointee * scale + offset
      let level = Double(wires[3 + 3 * partial].pointee)
      let phase = wires[4 + 3 * partial].pointee
      bank.set(0, of: partial, to: Float(level * syrinx_sin(Double(phase - angle))))
      bank.set(1, of: partial, to: Float(level * syrinx_sin(Double(phase - angle - angle))))
      bank.set(2, of: partial, to: Float(2 * syrinx_cos(Double(angle))))
      sum += Float(level * syrinx_sin(Double(phase)))
      partial += 1
    }
    wires[Int(outputIndex)].pointee = sum
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[Int(outputIndex)]
    clear(output, frames)
    var group = 0
    while group < bank.groups {
      var sines = SineGroup(bank, group)
      var frame = 0
      while frame &+ 8 <= frames {
        var square = LanesSquare(
          sines.next(), sines.next(), sines.next(), sines.next(), sines.next(), sines.next(), sines.next(),
          sines.next())
        square.transpose()
        (Lanes(loading: output + frame) + square.sum).store(to: output + frame)
        frame &+= 8
      }
      while frame < frames {
        output[frame] += sines.next().sum
        frame &+= 1
      }
      sines.store(bank, group)
      group &+= 1
    }
  }
}

/// Eight sines, each out of its last two values.
private struct SineGroup {
  private var last: Lanes
  private var lastButOne: Lanes
  private let coefficient: Lanes

  @inline(__always)
  init(_ bank: PartialBank, _ group: Int) {
    last = Lanes(loading: bank.field(0, ofGroup: group))
    lastButOne = Lanes(loading: bank.field(1, ofGroup: group))
    coefficient = Lanes(loading: bank.field(2, ofGroup: group))
  }

  @inline(__always)
  mutating func next() -> Lanes {
    // Not fused: what is rounded stays in the sine for ever.
    let value = coefficient * last - lastButOne
    lastButOne = last
    last = value
    return value
  }

  @inline(__always)
  func store(_ bank: PartialBank, _ group: Int) {
    last.store(to: bank.field(0, ofGroup: group))
    lastButOne.store(to: bank.field(1, ofGroup: group))
  }
}
