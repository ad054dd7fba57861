import RealTime

/// A unit of a spectral chain: it changes the spectrum in a buffer whenever the buffer's number comes, and hands the number
/// on. Between spectra −1 comes.
protocol SpectralUnitGenerator: UnitGenerator {
  static var inputCount: Int { get }

  mutating func change(_ spectrum: Spectrum, _ context: UnsafePointer<RenderContext>, _ wires: Wires)
}

extension SpectralUnitGenerator {
  static var inputCount: Int { 2 }

  @inline(__always)
  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    wires[Self.inputCount].pointee = wires[0].pointee
  }

  @inline(__always)
  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let number = wires[0].pointee
    wires[Self.inputCount].pointee = number < 0 ? -1 : number
    guard number >= 0, let spectrum = Spectrum(context, number) else { return }
    change(spectrum, context, wires)
  }

  /// What the first input of such a unit is.
  static var chain: UnitSpecification.Input {
    .init(
      "buffer", "The chain: the number of a buffer with a spectrum, or −1.", standard: -1, rates: [.scalar, .control])
  }
}
