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
    var (last, lastButOne) = (last, lastButOne)
    defer { (self.last, self.lastButOne) = (last, lastButOne) }
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
    var resonators = ResonatorGroup(bank, group)
    var frame = 0
    while frame &+ 8 <= frames {
      let x = signal.lanes(frame)
      var square = LanesSquare(
        resonators.next(x[0]), resonators.next(x[1]), resonators.next(x[2]), resonators.next(x[3]),
        resonators.next(x[4]), resonators.next(x[5]), resonators.next(x[6]), resonators.next(x[7]))
      square.transpose()
      (Lanes(loading: output + frame) + square.sum).store(to: output + frame)
      frame &+= 8
    }
    while frame < frames {
      output[frame] += resonators.next(signal[frame]).sum
      frame &+= 1
    }
    resonators.store(bank, group)
  }
}

/// Eight resonators of fixed pitches.
private struct ResonatorGroup {
  private var one: Lanes
  private var two: Lanes
  private let first: Lanes
  private let second: Lanes
  private let level: Lanes

  @inline(__always)
  init(_ bank: PartialBank, _ group: Int) {
    one = Lanes(loading: bank.field(0, ofGroup: group))
    two = Lanes(loading: bank.field(1, ofGroup: group))
    first = Lanes(loading: bank.field(2, ofGroup: group))
    second = Lanes(loading: bank.field(3, ofGroup: group))
    level = Lanes(loading: bank.field(4, ofGroup: group))
  }

  @inline(__always)
  mutating func next(_ x: Float) -> Lanes {
    // Not fused: what is rounded rings on.
    let value = x + first * one + second * two
    two = one
    one = value
    return level * value
  }

  @inline(__always)
  func store(_ bank: PartialBank, _ group: Int) {
    one.tamed.store(to: bank.field(0, ofGroup: group))
    two.tamed.store(to: bank.field(1, ofGroup: group))
  }
}
