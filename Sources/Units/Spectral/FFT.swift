import CRealTime
import Fourier
public import RealTime

/// Puts the spectrum of what has come last into a buffer, every hop, and tells the chain behind it.
public struct FFT: UnitGenerator {
  public static let specification = UnitSpecification(
    "FFT", "Puts the spectrum of a sound into a buffer, every hop; its number begins a spectral chain.",
    inputs: [
      .init(
        "buffer", "The number of a buffer whose size is a power of two.", range: 0...16_777_215,
        rates: [.scalar, .control]),
      .init("in", "The sound."),
      .init("hop", "The part of a window from one spectrum to the next.", range: 0...1, standard: 0.5),
      .init("wintype", "−1 is no window, 0 a sine, 1 a Hann window.", range: -1...1),
      .init("active", "Above 0 it transforms.", standard: 1),
      .init(
        "winsize", "How much sound goes into a spectrum, a power of two; 0 is the buffer's size.", range: 0...262_144,
        measure: "frames"),
    ], outputs: ["chain"],
    rates: [.control], source: "FFTW.")

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let plans = FourierPlans.prepared
  /// Samples of the input in a block.
  private let step: Int
  private var frame: TransformFrame?
  /// The sound, and behind it room for the transform.
  private var memory: UnsafeMutablePointer<Float>?
  /// Samples from one spectrum to the next, and how many of them have come.
  private var hop = 0
  private var position = 0

  public init(_ preparation: UnitPreparation) {
    step = preparation.inputRates.count > 1 && preparation.inputRates[1] == .audio ? RenderContext.blockFrames : 1
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    wires[6].pointee = 0
    guard
      let frame = TransformFrame(
        context, plans, number: wires[0].pointee, windowSize: wires[5].pointee, windowType: wires[3].pointee)
    else { return }
    memory = context.pointee.allocate(floats: frame.length &+ frame.size &+ 16)
    guard memory != nil else { return }
    self.frame = frame
    let block = RenderContext.blockFrames
    let wanted = FrameCount.whole(Double(wires[2].pointee * Float(frame.length)), atLeast: 0, atMost: frame.length)
    hop = max(block, wanted / block * block)
    wires[6].pointee = wires[0].pointee
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[6]
    output.pointee = -1
    guard let frame, let memory else { return }
    let kept = frame.length &- hop
    syrinx_copy_bytes(memory + kept + position, wires[1], 4 &* step)
    position &+= step
    guard position >= hop else { return }
    position = 0
    guard let spectrum = frame.spectrum(context) else { return }
    if wires[4].pointee > 0 {
      let data = memory + frame.length
      frame.lay(memory, times: 1, to: data)
      frame.transform.forward(data)
      syrinx_copy_bytes(spectrum.values, data, 4 &* frame.size)
      spectrum.values[1] = data[frame.size]
      spectrum.setForm(.complex)
      output.pointee = frame.number
    }
    syrinx_move_bytes(memory, memory + hop, 4 &* kept)
  }
}
