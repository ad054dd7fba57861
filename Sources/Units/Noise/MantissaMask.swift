public import RealTime

/// A signal with fewer bits in its mantissa.
public struct MantissaMask: UnitGenerator {
  public static let specification = UnitSpecification(
    "MantissaMask", "A signal with fewer bits in its mantissa.",
    inputs: [
      .init("in", "The signal."),
      .init("bits", "How many bits stay.", range: 0...23, standard: 3, rates: [.scalar, .control]),
    ], outputs: ["signal"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  public init(_ preparation: UnitPreparation) {}

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { process(context, wires, 1) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let (input, output) = (wires[0], wires[2])
    let mask = UInt32.max &<< UInt32(bitPattern: 23 &- Int32(processorTruncating: wires[1].pointee))
    var frame = 0
    while frame < frames {
      output[frame] = Float(bitPattern: input[frame].bitPattern & mask)
      frame &+= 1
    }
  }
}
