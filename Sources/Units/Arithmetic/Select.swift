public import RealTime

/// One of several signals, chosen by a number.
public struct Select: UnitGenerator {
  public static let specification = UnitSpecification(
    "Select", "One of several signals, chosen by a number.",
    inputs: [
      .init("which", "The number of the signal, from 0; beyond either end the nearest."),
      .init("array", "The signals."),
    ], lastInputRepeats: true, outputs: ["chosen"], rates: [.audio, .control, .scalar])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let last: Int32
  private let choosesByFrame: Bool
  private let inputs: UnitInputs

  public init(_ preparation: UnitPreparation) {
    inputs = UnitInputs(preparation)
    last = Int32(preparation.inputRates.count) - 1
    choosesByFrame = preparation.rate == .audio && preparation.inputRates.first == .audio
  }

  @inline(__always)
  private func index(_ value: Float) -> Int {
    let whole = Int32(processorTruncating: value)
    return 1 + Int(whole < 0 ? 0 : whole >= last ? last - 1 : whole)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    wires[Int(last) + 1].pointee = last > 0 ? wires[index(wires[0].pointee)].pointee : 0
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[Int(last) + 1]
    if last < 1 {
      clear(output, frames)
    } else if choosesByFrame {
      let which = wires[0]
      var frame = 0
      while frame < frames {
        let chosen = index(which[frame])
        output[frame] = wires[chosen][inputs.isAudio(chosen) || chosen > 63 ? frame : 0]
        frame &+= 1
      }
    } else {
      let chosen = index(wires[0].pointee)
      if inputs.isAudio(chosen) || chosen > 63 && frames > 1 {
        AudioBus.copy(wires[chosen], to: output, frames)
      } else {
        fill(output, with: wires[chosen].pointee, frames)
      }
    }
  }
}
