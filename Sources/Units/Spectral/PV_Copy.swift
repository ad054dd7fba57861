import CRealTime
public import RealTime

/// Copies a spectrum into another buffer, whose chain goes on from here.
public struct PV_Copy: UnitGenerator {
  public static let specification = UnitSpecification(
    "PV_Copy", "Copies a spectrum into another buffer, whose chain goes on from here.",
    inputs: [
      .init(
        "bufferA", "The chain: the number of a buffer with a spectrum, or −1.", standard: -1,
        rates: [.scalar, .control]),
      .init("bufferB", "The buffer that takes it, of the same size.", standard: -1, rates: [.scalar, .control]),
    ], outputs: ["chain"],
    rates: [.control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  public init(_ preparation: UnitPreparation) {}

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    wires[2].pointee = wires[1].pointee
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let (first, second) = (wires[0].pointee, wires[1].pointee)
    guard first >= 0, second >= 0 else {
      wires[2].pointee = -1
      return
    }
    wires[2].pointee = second
    guard let spectrum = Spectrum(context, first), let other = Spectrum(context, second) else { return }
    guard spectrum.count == other.count else { return }
    other.setForm(spectrum.form)
    syrinx_move_bytes(other.values, spectrum.values, 4 &* spectrum.count)
  }
}
