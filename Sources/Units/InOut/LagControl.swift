import CRealTime
public import RealTime

/// Controls that follow what they are set to with a lag: the time in which they come within a thousandth of it.
///
/// The inputs are the controls, then a lag for each.
public struct LagControl: UnitGenerator {
  public static let specification = UnitSpecification(
    "LagControl", "Controls that glide to what they are set to.",
    inputs: [.init("values", "The controls, then the lag of each in seconds.", rates: [.scalar, .control])],
    lastInputRepeats: true, outputs: [], rates: [.control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  let channels: Int32
  /// Coefficients, then the last values.
  var memory: UnsafeMutablePointer<Float>?

  public init(_ preparation: UnitPreparation) { channels = Int32(preparation.outputCount) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    let count = Int(channels)
    memory = context.pointee.allocate(floats: 2 * count)
    guard let memory else { return }
    var channel = 0
    while channel < count {
      let lag = wires[count &+ channel].pointee
      memory[channel] =
        lag == 0 ? 0 : Float(syrinx_exp(-6.907_755_278_982_137 / (Double(lag) * context.pointee.controlRate)))
      memory[count &+ channel] = wires[channel].pointee
      wires[2 &* count &+ channel].pointee = wires[channel].pointee
      channel &+= 1
    }
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    guard let memory else { return }
    let count = Int(channels)
    var channel = 0
    while channel < count {
      let target = wires[channel].pointee
      let value = target + memory[channel] * (memory[count &+ channel] - target)
      memory[count &+ channel] = value
      wires[2 &* count &+ channel].pointee = value
      channel &+= 1
    }
  }
}
