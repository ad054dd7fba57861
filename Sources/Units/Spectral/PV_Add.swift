public import RealTime

/// Adds two spectra.
public struct PV_Add: SpectralPairUnitGenerator {
  public static let specification = UnitSpecification(
    "PV_Add", "Adds two spectra.", inputs: chains, outputs: ["chain"],
    rates: [.control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let tables = PolarTables.prepared

  public init(_ preparation: UnitPreparation) {}

  func change(_ spectrum: Spectrum, by other: Spectrum) {
    spectrum.makeComplex(tables)
    other.makeComplex(tables)
    // The first two values, and the pairs.
    let count = 2 &+ 2 &* spectrum.bins
    var index = 0
    while index < count {
      spectrum.values[index] += other.values[index]
      index &+= 1
    }
  }
}
