import CRealTime
public import RealTime

/// Maps a linear range onto an exponential one.
public struct LinExp: UnitGenerator {
  public static let specification = UnitSpecification(
    "LinExp", "Maps a linear range onto an exponential one.",
    inputs: [
      .init("in", "The signal."),
      .init("srclo", "The linear range's lower end."),
      .init("srchi", "The linear range's upper end.", standard: 1),
      .init("dstlo", "The exponential range's lower end; not 0.", standard: 1),
      .init("dsthi", "The exponential range's upper end; of the same sign.", standard: 2),
    ], outputs: ["signal"],
    rates: [.audio, .control, .scalar])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs

  /// Whether the ranges are known from the start.
  private let areFixed: Bool

  public init(_ preparation: UnitPreparation) {
    inputs = UnitInputs(preparation)
    areFixed = preparation.inputRates.dropFirst().allSatisfy { $0 == .scalar }
  }

  /// To the last digit, as control rate asks for it: the frame of a trigger may depend on it.
  @inline(__always)
  private func exactValue(_ signal: Float, _ wires: Wires) -> Float {
    let (low, first, last) = (wires[1].pointee, wires[3].pointee, wires[4].pointee)
    let scale = 1 / (wires[2].pointee - low)
    let ratio = areFixed ? last / first : last * (1 / first)
    return first * syrinx_powf(ratio, signal * scale + scale * -low)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { process(context, wires, 1) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let signal = inputs.signal(wires, 0)
    let output = wires[5]
    if frames == 1 {
      output.pointee = exactValue(signal[0], wires)
      return
    }
    if inputs.isAudio(1) || inputs.isAudio(2) || inputs.isAudio(3) || inputs.isAudio(4) {
      let (low, high) = (inputs.signal(wires, 1), inputs.signal(wires, 2))
      let (first, last) = (inputs.signal(wires, 3), inputs.signal(wires, 4))
      var frame = 0
      while frame < frames {
        let start = low.lanes(frame)
        let share = (signal.lanes(frame) - start) / (high.lanes(frame) - start)
        let from = first.lanes(frame)
        (from * power(last.lanes(frame) / from, share)).store(to: output + frame)
        frame &+= 8
      }
      return
    }
    let scale = 1 / (wires[2].pointee - wires[1].pointee)
    let offset = scale * -wires[1].pointee
    let ratio = syrinx_log2f(wires[4].pointee / wires[3].pointee)
    var frame = 0
    while frame < frames {
      (wires[3].pointee * exp2((signal.lanes(frame) * scale + offset) * ratio)).store(to: output + frame)
      frame &+= 8
    }
  }
}
