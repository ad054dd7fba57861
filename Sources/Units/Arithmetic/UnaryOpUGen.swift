public import RealTime

/// An operator on a signal.
public struct UnaryOpUGen: UnitGenerator {
  public static let specification = UnitSpecification(
    "UnaryOpUGen", "An operator on a signal, given by the special index.",
    inputs: [.init("a", "The operand.", rates: [.scalar, .control, .audio, .demand])], outputs: ["result"],
    rates: [.audio, .control, .scalar, .demand])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let operation: UnaryOperator
  private let isDemand: Bool
  private let isAudio: Bool

  public init(_ preparation: UnitPreparation) {
    operation = UnaryOperator(specialIndex: preparation.specialIndex)
    isDemand = preparation.rate == .demand
    isAudio = preparation.inputRates.first == .audio
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { process(context, wires, 1) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    if isDemand {
      answer(context, wires, frames)
      return
    }
    let input =
      isAudio ? Operand(audio: wires[0]) : Operand(constant: wires[0].pointee, context.pointee.scratch)
    perform(context, UnaryKernel(input: input, output: wires[1], frames: frames))
  }

  @inline(__always)
  private func perform(_ context: UnsafePointer<RenderContext>, _ kernel: UnaryKernel) {
    if operation.draws { kernel.draw(operation, context) } else { kernel.perform(operation) }
  }

  /// What is no number ends a stream.
  @inline(__always)
  private func answer(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    if frames == 0 {
      wires.resetDemand(0, context)
      return
    }
    let value = wires.demand(0, context, at: frames)
    if value != value {
      wires[1].pointee = .nan
      return
    }
    perform(
      context,
      UnaryKernel(input: Operand(constant: value, context.pointee.scratch), output: wires[1], frames: 1))
  }
}
