import CRealTime
public import RealTime

/// A bank of resonators of fixed pitches.
public struct Klank: UnitGenerator {
  public static let specification = UnitSpecification(
    "Klank", "A bank of resonators of fixed pitches.",
    inputs: [
      .init("input", "What excites them."),
      .init("freqscale", "What their pitches are multiplied by.", standard: 1, rates: [.scalar, .control]),
      .init("freqoffset", "What is added to their pitches.", measure: "hertz", rates: [.scalar, .control]),
      .init("decayscale", "What their times of decay are multiplied by.", standard: 1, rates: [.scalar, .control]),
      .init("specificationsArrayRef", "Pitch, level and the time of a decay by 60 dB of each resonator in turn."),
    ], lastInputRepeats: true, outputs: ["sound"],
    rates: [.audio])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let partials: Int32
  private let outputIndex: Int32
  private let isAudio: Bool
  private let radiansPerValue: Double
  private let valuesPerSecond: Float
  private var bank = PartialBank(fields: 5)
  private var last: Float = 0
  private var lastButOne: Float = 0

  public init(_ preparation: UnitPreparation) {
    partials = (Int32(truncatingIfNeeded: preparation.inputRates.count) - 4) / 3
    outputIndex = Int32(truncatingIfNeeded: preparation.inputRates.count)
    isAudio = preparation.inputRates.first == .audio
    radiansPerValue = 2 * Double.pi / preparation.valuesPerSecond
    valuesPerSecond = Float(preparation.valuesPerSecond)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    bank.reserve(context, partials: Int(partials))
    let scale = Float(Double(wires[1].pointee) * radiansPerValue)
    let offset = Float(Double(wires[2].pointee) * radiansPerValue)
    var partial = 0
    while bank.memory != nil && partial < Int(partials) {
      let angle = wires[4 + 3 * partial].pointee * scale + offset
      let time = wires[6 + 3 * partial].pointee * wires[3].pointee
      let radius = time == 0 ? 0 : Float(decay(after: Double(time * valuesPerSecond)))
      let square = radius * radius
      let cosine = Float(Double(2 * radius) * syrinx_cos(Double(angle)) / Double(1 + square))
      bank.set(2, of: partial, to: 2 * radius * cosine)
      bank.set(3, of: partial, to: -square)
      bank.set(4, of: partial, to: Float(Double(wires[5 + 3 * partial].pointee) * 0.25))
      partial += 1
    }
    wires[Int(outputIndex)].pointee = 0
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[Int(outputIndex)]
    let signal = InputSignal(wires[0], isAudio: isAudio)
    clear(output, frames)
    var group = 0
    while group < bank.groups {
      ring(group, signal, output, frames)
      group &+= 1
    }
    var frame = 0
    while frame < frames {
      let value = output[frame]
      output[frame] = value - lastButOne
      lastButOne = last
      last = value
      frame &+= 1
    }
  }

  @inline(__always)
  private func ring(_ group: Int, _ signal: InputSignal, _ output: UnsafeMutablePointer<Float>, _ frames: Int) {
    var one = Lanes(loading: bank.field(0, ofGroup: group))
    var two = Lanes(loading: bank.field(1, ofGroup: group))
    let first = Lanes(loading: bank.field(2, ofGroup: group))
    let second = Lanes(loading: bank.field(3, ofGroup: group))
    let level = Lanes(loading: bank.field(4, ofGroup: group))
    var frame = 0
    while frame < frames {
      let value = signal[frame] + first * one + second * two
      output[frame] += (level * value).sum
      two = one
      one = value
      frame &+= 1
    }
    one.tamed.store(to: bank.field(0, ofGroup: group))
    two.tamed.store(to: bank.field(1, ofGroup: group))
  }
}
