public import RealTime

/// Shifts all frequencies by the same amount.
public struct FreqShift: UnitGenerator {
  public static let specification = UnitSpecification(
    "FreqShift", "Single-sideband modulation: shifts all frequencies by the same amount.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("freq", "The shift.", range: -96_000...96_000, measure: "hertz", standard: 0),
      .init("phase", "Offset of the phase.", measure: "radians"),
    ],
    outputs: ["filtered"], rates: [.audio, .control],
    source: "S. Costello and B. Hutchins: two chains of six first-order all-passes.")

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private var chain: HilbertChain
  private var oscillator: PhasePair

  public init(_ preparation: UnitPreparation) {
    chain = HilbertChain(sampleRate: preparation.valuesPerSecond)
    oscillator = PhasePair(preparation, frequency: 1, phase: 2)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    oscillator.start(wires)
    shift(context, wires, 1)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    shift(context, wires, frames)
  }

  @inline(__always)
  private mutating func shift(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let sines = context.pointee.scratch
    let cosines = sines + 80
    oscillator.fill(sines, cosines, wires, frames)
    var chain = chain
    if frames > 8 {
      let (inPhase, quadrature) = (sines + 160, sines + 240)
      chain.render(wires[0], inPhase, quadrature, frames)
      var frame = 0
      while frame < frames {
        let shifted = Lanes(loading: inPhase + frame) * Lanes(loading: cosines + frame)
        multiplyAdd(Lanes(loading: quadrature + frame), Lanes(loading: sines + frame), shifted)
          .store(to: wires[3] + frame)
        frame &+= 8
      }
      chain.settle()
      self.chain = chain
      return
    }
    var frame = 0
    while frame < frames {
      let (cosine, sine) = chain.next(wires[0][frame])
      wires[3][frame] = cosine * cosines[frame] + sine * sines[frame]
      frame &+= 1
    }
    chain.settle()
    self.chain = chain
  }
}
