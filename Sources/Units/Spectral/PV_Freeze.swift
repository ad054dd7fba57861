import CRealTime
public import RealTime

/// Holds the sound: its magnitudes stay, its phases go on as they went.
public struct PV_Freeze: SpectralUnitGenerator {
  public static let specification = UnitSpecification(
    "PV_Freeze", "Holds the sound: its magnitudes stay, its phases go on as they went.",
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
    let bins = spectrum.bins
    let holds = held != nil && wires[1].pointee > 0
    if held == nil {
      // Magnitudes, phases, what the phases gain from one spectrum to the next, and the two values without a phase.
      held = context.pointee.allocate(floats: 3 &* bins &+ 2)
      self.bins = bins
    }
    guard let held, bins == self.bins else { return }
    spectrum.makePolar(tables)
    let phases = held + bins
    let gains = phases + bins
    let ends = gains + bins
    var bin = 0
    if holds {
      while bin < bins {
        let pair = spectrum.pair(bin)
        phases[bin] = Self.wrapped(phases[bin] + gains[bin])
        (pair[0], pair[1]) = (held[bin], phases[bin])
        bin &+= 1
      }
      (spectrum.values[0], spectrum.values[1]) = (ends[0], ends[1])
    } else {
      while bin < bins {
        let pair = spectrum.pair(bin)
        held[bin] = pair[0]
        gains[bin] = pair[1] - phases[bin]
        phases[bin] = pair[1]
        bin &+= 1
      }
      (ends[0], ends[1]) = (spectrum.values[0], spectrum.values[1])
    }
  }

  /// The same angle in −π…π.
  @inline(__always)
  private static func wrapped(_ phase: Float) -> Float {
    let turns = phase * Float(0.5 / Double.pi)
    return phase - syrinx_floorf(turns + 0.5) * Float(2 * Double.pi)
  }
}
