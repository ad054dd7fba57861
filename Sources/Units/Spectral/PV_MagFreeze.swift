public import RealTime

/// Holds the magnitudes, while the phases go on as they come.
public struct PV_MagFreeze: SpectralUnitGenerator {
  public static let specification = UnitSpecification(
    "PV_MagFreeze", "Holds the magnitudes, while the phases go on as they come.",
    inputs: [
      chain,
      .init("freeze", "Above 0 it holds."),
    ], outputs: ["chain"],
    rates: [.control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let tables = PolarTables.prepared
  private var held: UnsafeMutablePointer<Float>?
  private var bins = 0

  public init(_ preparation: UnitPreparation) {}

  mutating func change(_ spectrum: Spectrum, _ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    // What is held is the last that came: of the first spectrum, its own.
    let holds = held != nil && wires[1].pointee > 0
    if held == nil {
      held = context.pointee.allocate(floats: spectrum.bins &+ 2)
      bins = spectrum.bins
    }
    guard let held, bins == spectrum.bins else { return }
    spectrum.makePolar(tables)
    var bin = 0
    if holds {
      while bin < bins {
        spectrum.pair(bin)[0] = held[bin]
        bin &+= 1
      }
      (spectrum.values[0], spectrum.values[1]) = (held[bins], held[bins &+ 1])
    } else {
      while bin < bins {
        held[bin] = spectrum.pair(bin)[0]
        bin &+= 1
      }
      (held[bins], held[bins &+ 1]) = (spectrum.values[0], spectrum.values[1])
    }
  }
}
