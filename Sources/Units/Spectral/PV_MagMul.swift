public import RealTime

/// Multiplies the magnitudes of two spectra; the phases are the first one's.
public struct PV_MagMul: SpectralPairUnitGenerator {
  public static let specification = UnitSpecification(
    "PV_MagMul", "Multiplies the magnitudes of two spectra; the phases are the first one's.",
    inputs: chains, outputs: ["chain"],
    rates: [.control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let tables = PolarTables.prepared

  public init(_ preparation: UnitPreparation) {}

  func change(_ spectrum: Spectrum, by other: Spectrum) {
    spectrum.makePolar(tables)
    other.makePolar(tables)
    spectrum.values[0] *= other.values[0]
    spectrum.values[1] *= other.values[1]
    var bin = 0
    while bin < spectrum.bins {
      spectrum.pair(bin)[0] *= other.pair(bin)[0]
      bin &+= 1
    }
  }
}
