public import RealTime

/// An audio-rate trigger at control rate: the highest frame of each block, if it is above 0.
public struct T2K: UnitGenerator {
  public static let specification = UnitSpecification(
    "T2K", "An audio-rate trigger at control rate: the highest frame of each block.",
    inputs: [.init("in", "The trigger.")], outputs: ["trigger"], rates: [.control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let isAudio: Bool

  public init(_ preparation: UnitPreparation) { isAudio = preparation.inputRates.first == .audio }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    wires[1].pointee = wires[0].pointee
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    guard isAudio else {
      wires[1].pointee = wires[0].pointee > 0 ? wires[0].pointee : 0
      return
    }
    var highest = Lanes.zero
    var frame = 0
    while frame < RenderContext.blockFrames {
      highest = highest.higher(Lanes(loading: wires[0] + frame))
      frame &+= 8
    }
    wires[1].pointee = highest.highest
  }
}
