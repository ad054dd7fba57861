import RealTime

/// A unit that joins two spectral chains: it changes the first one's spectrum by the second's, when both have come.
protocol SpectralPairUnitGenerator: UnitGenerator {
  func change(_ spectrum: Spectrum, by other: Spectrum)
}

extension SpectralPairUnitGenerator {
  @inline(__always)
  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    wires[2].pointee = wires[0].pointee
  }

  @inline(__always)
  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let (first, second) = (wires[0].pointee, wires[1].pointee)
    guard first >= 0, second >= 0 else {
      wires[2].pointee = -1
      return
    }
    wires[2].pointee = first
    guard let spectrum = Spectrum(context, first), let other = Spectrum(context, second) else { return }
    if spectrum.count == other.count { change(spectrum, by: other) }
  }

  /// What the inputs of such a unit are.
  static var chains: [UnitSpecification.Input] {
    [
      .init(
        "bufferA", "The chain that is changed: the number of a buffer with a spectrum, or −1.", standard: -1,
        rates: [.scalar, .control]),
      .init("bufferB", "The other chain, of the same size.", standard: -1, rates: [.scalar, .control]),
    ]
  }
}
