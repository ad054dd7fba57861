public import RealTime

/// Lets through what is softer than a threshold.
public struct PV_MagBelow: SpectralUnitGenerator {
  public static let specification = UnitSpecification(
    "PV_MagBelow", "Lets through what is softer than a threshold.",
    inputs: [
      chain,
      .init("threshold", "Magnitudes above are silenced."),
    ], outputs: ["chain"],
    rates: [.control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let tables = PolarTables.prepared

  public init(_ preparation: UnitPreparation) {}

  mutating func change(_ spectrum: Spectrum, _ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    spectrum.makePolar(tables)
    let threshold = wires[1].pointee
    let values = spectrum.values
    if values[0].magnitude > threshold { values[0] = 0 }
    if values[1].magnitude > threshold { values[1] = 0 }
    var bin = 0
    while bin < spectrum.bins {
      let pair = spectrum.pair(bin)
      pair[0] = pair[0] > threshold ? 0 : pair[0]
      bin &+= 1
    }
  }
}
