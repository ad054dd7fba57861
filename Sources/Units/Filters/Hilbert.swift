public import RealTime

/// Two versions of a signal, a quarter turn apart.
public struct Hilbert: UnitGenerator {
  public static let specification = UnitSpecification(
    "Hilbert", "Two outputs a quarter turn apart at all frequencies.",
    inputs: [
      .init("in", "The signal.", followsUnit: true)
    ],
    outputs: ["cosine", "sine"], rates: [.audio, .control],
    source: "S. Costello and B. Hutchins: two chains of six first-order all-passes.")

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private var chain: HilbertChain

  public init(_ preparation: UnitPreparation) { chain = HilbertChain(sampleRate: preparation.valuesPerSecond) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { process(context, wires, 1) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    var chain = chain
    if frames > 8 {
      chain.render(wires[0], wires[1], wires[2], frames)
      chain.settle()
      self.chain = chain
      return
    }
    var frame = 0
    while frame < frames {
      let (cosine, sine) = chain.next(wires[0][frame])
      wires[1][frame] = cosine
      wires[2][frame] = sine
      frame &+= 1
    }
    chain.settle()
    self.chain = chain
  }
}
