public import RealTime

/// Divides a spectrum by another one.
public struct PV_Div: SpectralPairUnitGenerator {
  public static let specification = UnitSpecification(
    "PV_Div", "Divides a spectrum by another one.", inputs: chains, outputs: ["chain"],
    rates: [.control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let tables = PolarTables.prepared

  public init(_ preparation: UnitPreparation) {}

  func change(_ spectrum: Spectrum, by other: Spectrum) {
    spectrum.makeComplex(tables)
    other.makeComplex(tables)
    spectrum.values[0] /= other.values[0]
    spectrum.values[1] /= other.values[1]
    var bin = 0
    while bin < spectrum.bins {
      let pair = spectrum.pair(bin)
      let (real, imaginary) = (pair[0], pair[1])
      let (divisor, divisorImaginary) = (other.pair(bin)[0], other.pair(bin)[1])
      let power = divisor * divisor + divisorImaginary * divisorImaginary
      pair[0] = (real * divisor + imaginary * divisorImaginary) / power
      pair[1] = (imaginary * divisor - real * divisorImaginary) / power
      bin &+= 1
    }
  }
}
