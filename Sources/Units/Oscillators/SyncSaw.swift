public import RealTime

/// A sawtooth that is forced to begin anew with each period of another.
public struct SyncSaw: UnitGenerator {
  public static let specification = UnitSpecification(
    "SyncSaw", "A sawtooth that begins anew with each period of another.",
    inputs: [
      .init("syncFreq", "Pitch of the one that forces it.", range: 0...192_000, measure: "hertz", standard: 440),
      .init("sawFreq", "Pitch of the sawtooth.", range: 0...192_000, measure: "hertz", standard: 440),
    ], outputs: ["wave"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private let step: Float
  private var master = 0.0
  private var slave = 0.0

  public init(_ preparation: UnitPreparation) {
    inputs = UnitInputs(preparation)
    step = Float(2 / preparation.valuesPerSecond)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { process(context, wires, 1) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[2]
    let (syncs, saws) = (inputs.signal(wires, 0), inputs.signal(wires, 1))
    var (master, slave) = (master, slave)
    defer { (self.master, self.slave) = (master, slave) }
    var frame = 0
    while frame < frames {
      let sync = Double(syncs[frame] * step)
      let saw = Double(saws[frame] * step)
      output[frame] = Float(slave)
      slave += saw
      slave = slave >= 1 ? slave - 2 : slave
      master += sync
      if master >= 1 {
        master -= 2
        slave = (master + 1) * saw / sync - 1
      }
      frame &+= 1
    }
  }
}
