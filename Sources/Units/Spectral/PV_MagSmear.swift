public import RealTime

/// Averages each magnitude with those around it.
public struct PV_MagSmear: SpectralUnitGenerator {
  public static let specification = UnitSpecification(
    "PV_MagSmear", "Averages each magnitude with those around it.",
    inputs: [
      chain,
      .init("bins", "How many on each side.", range: 0...131_072),
    ], outputs: ["chain"],
    rates: [.control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let tables = PolarTables.prepared
  private var sums: UnsafeMutablePointer<Double>?
  private var bins = 0

  public init(_ preparation: UnitPreparation) {}

  mutating func change(_ spectrum: Spectrum, _ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    let bins = spectrum.bins
    if sums == nil {
      sums = context.pointee.allocate(bytes: 8 &* (bins &+ 1))?.assumingMemoryBound(to: Double.self)
      self.bins = bins
    }
    guard let sums, bins == self.bins else { return }
    spectrum.makePolar(tables)
    // The sum of all below each: what lies between two of them is the difference of two sums.
    var sum = 0.0
    var bin = 0
    while bin < bins {
      sums[bin] = sum
      sum += Double(spectrum.pair(bin)[0])
      bin &+= 1
    }
    sums[bins] = sum
    let width = max(0, min(Int(Int32(processorTruncating: wires[1].pointee)), bins &- 1))
    let scale = 1 / Float(2 &* width &+ 1)
    bin = 0
    while bin < bins {
      let part = sums[min(bins, bin &+ width &+ 1)] - sums[max(0, bin &- width)]
      spectrum.pair(bin)[0] = Float(part) * scale
      bin &+= 1
    }
  }
}
