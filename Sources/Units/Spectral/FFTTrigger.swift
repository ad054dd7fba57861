public import RealTime

/// Sends a buffer down a spectral chain every hop, without a transform: what is in it is the spectrum.
public struct FFTTrigger: UnitGenerator {
  public static let specification = UnitSpecification(
    "FFTTrigger", "Sends a buffer down a spectral chain every hop, without a transform.",
    inputs: [
      .init("buffer", "The buffer's number.", range: 0...16_777_215, rates: [.scalar, .control]),
      .init("hop", "The part of the buffer's size from one time to the next.", range: 0...1, standard: 0.5),
      .init("polar", "1: the buffer holds magnitudes and phases, else real and imaginary parts.", range: 0...1),
    ], outputs: ["chain"],
    rates: [.control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private var number: Float = -1
  private var period = 0
  private var rest = 0

  public init(_ preparation: UnitPreparation) {}

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    wires[3].pointee = wires[0].pointee
    guard let spectrum = Spectrum(context, wires[0].pointee) else { return }
    number = Float(Int(wires[0].pointee))
    let blocks = Float(spectrum.count) * wires[1].pointee / Float(RenderContext.blockFrames)
    period = FrameCount.whole(Double(blocks), atLeast: 0) &- 1
    rest = period
    spectrum.setForm(wires[2].pointee == 1 ? .polar : .complex)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    if rest > 0 {
      wires[3].pointee = -1
      rest &-= 1
    } else {
      wires[3].pointee = number
      rest = period
    }
  }
}
