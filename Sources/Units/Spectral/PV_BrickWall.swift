public import RealTime

/// Silences all that is lower, or higher, than a place in the spectrum.
public struct PV_BrickWall: SpectralUnitGenerator {
  public static let specification = UnitSpecification(
    "PV_BrickWall", "Silences all that is lower, or higher, than a place in the spectrum.",
    inputs: [
      chain,
      .init(
        "wipe", "Above 0 the part of the spectrum that is silenced from below; below 0, from above.", range: -1...1),
    ], outputs: ["chain"],
    rates: [.control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  public init(_ preparation: UnitPreparation) {}

  mutating func change(_ spectrum: Spectrum, _ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    let bins = spectrum.bins
    let wipe = Int(Int32(processorTruncating: wires[1].pointee * Float(bins)))
    let values = spectrum.values
    if wipe > 0 {
      let count = min(wipe, bins)
      values[0] = 0
      clear(spectrum.pair(0), 2 &* count)
      if count == bins { values[1] = 0 }
    } else if wipe < 0 {
      let count = min(-wipe, bins)
      if count == bins { values[0] = 0 }
      clear(spectrum.pair(bins &- count), 2 &* count)
      values[1] = 0
    }
  }
}
