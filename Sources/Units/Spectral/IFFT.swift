import CRealTime
import Fourier
public import RealTime

/// The sound of a spectral chain: each spectrum's sound is added where the last one's has not ended yet.
public struct IFFT: UnitGenerator {
  public static let specification = UnitSpecification(
    "IFFT", "The sound of a spectral chain: what spectra overlap is added.",
    inputs: [
      .init(
        "buffer", "The chain: the number of the buffer with the spectrum, or −1.", range: -1...16_777_215,
        rates: [.scalar, .control]),
      .init("wintype", "−1 is no window, 0 a sine, 1 a Hann window.", range: -1...1),
      .init(
        "winsize", "How much sound comes from a spectrum, a power of two; 0 is the buffer's size.", range: 0...262_144,
        measure: "frames"),
    ], outputs: ["sound"],
    rates: [.audio, .control], source: "FFTW.")

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let plans = FourierPlans.prepared
  private let tables = PolarTables.prepared
  private var frame: TransformFrame?
  /// The sound to come, then a spectrum, then its sound.
  private var memory: UnsafeMutablePointer<Float>?
  /// How much of the sound to come has gone out.
  private var position = 0

  public init(_ preparation: UnitPreparation) {}

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    wires[3].pointee = 0
    guard
      let frame = TransformFrame(
        context, plans, number: wires[0].pointee, windowSize: wires[2].pointee, windowType: wires[1].pointee)
    else { return }
    memory = context.pointee.allocate(floats: frame.length &+ 2 &* frame.size &+ 16)
    if memory != nil { self.frame = frame }
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[3]
    guard let frame, let memory else {
      clear(output, frames)
      return
    }
    if wires[0].pointee >= 0, let spectrum = frame.spectrum(context) { add(spectrum, frame, memory) }
    guard position < frame.length else {
      clear(output, frames)
      return
    }
    let count = min(frames, frame.length &- position)
    syrinx_copy_bytes(output, memory + position, 4 &* count)
    if count < frames { clear(output + count, frames &- count) }
    position &+= count
  }

  @inline(__always)
  private mutating func add(_ spectrum: Spectrum, _ frame: TransformFrame, _ memory: UnsafeMutablePointer<Float>) {
    spectrum.makeComplex(tables)
    let data = memory + frame.length
    let sound = data + (frame.size &+ 16)
    syrinx_copy_bytes(data, spectrum.values, 4 &* frame.size)
    data[frame.size] = data[1]
    data[frame.size &+ 1] = 0
    data[1] = 0
    frame.transform.backward(data, to: sound)
    // As scsynth has it, the buffer holds the sound from now on.
    frame.lay(sound, times: 1 / Float(frame.size), to: spectrum.values)
    let rest = frame.length &- position
    syrinx_move_bytes(memory, memory + position, 4 &* rest)
    var index = 0
    while index < rest {
      memory[index] += spectrum.values[index]
      index &+= 1
    }
    syrinx_copy_bytes(memory + rest, spectrum.values + rest, 4 &* position)
    position = 0
  }
}
