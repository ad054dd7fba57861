public import RealTime

/// An operator on two signals. A control-rate operand of an audio-rate unit glides to each new value over a block.
public struct BinaryOpUGen: UnitGenerator {
  public static let specification = UnitSpecification(
    "BinaryOpUGen", "An operator on two signals, given by the special index.",
    inputs: [
      .init("a", "The left operand.", rates: [.scalar, .control, .audio, .demand]),
      .init("b", "The right operand.", rates: [.scalar, .control, .audio, .demand]),
    ], outputs: ["result"], rates: [.audio, .control, .scalar, .demand])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let operation: BinaryOperator
  private let isDemand: Bool
  /// Whether the right operand is a control-rate signal beside an audio-rate one.
  private let divisorIsControl: Bool
  private var left: GlidingInput
  private var right: GlidingInput

  public init(_ preparation: UnitPreparation) {
    operation = BinaryOperator(specialIndex: preparation.specialIndex)
    isDemand = preparation.rate == .demand
    divisorIsControl =
      preparation.rate == .audio && preparation.inputRates.count > 1 && preparation.inputRates[1] == .control
    left = GlidingInput(preparation, 0)
    right = GlidingInput(preparation, 1)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    if isDemand {
      wires[2].pointee = 0
      return
    }
    left.start(wires)
    right.start(wires)
    process(context, wires, 1)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    if isDemand {
      answer(context, wires, frames)
      return
    }
    if frames == 1, answersOne(wires) { return }
    let divisorWas = right.value
    let a = left.operand(context, wires, frames, slot: 0, steps: operation.steps)
    let b = right.operand(context, wires, frames, slot: 1, steps: operation.steps)
    if divisorIsControl && divisorWas == 0 && right.value == 0 {
      // Nothing is divided by 0: silence, and what is left over is the signal.
      if operation == .divide {
        BinaryKernel(left: b, right: b, output: wires[2], frames: frames).perform(.times)
        return
      }
      if operation == .modulo {
        BinaryKernel(left: a, right: b, output: wires[2], frames: frames).perform(.first)
        return
      }
    }
    perform(context, BinaryKernel(left: a, right: b, output: wires[2], frames: frames))
  }

  /// One value of the commonest operators, as control rate asks for.
  @inline(__always)
  private mutating func answersOne(_ wires: Wires) -> Bool {
    let (a, b) = (wires[0].pointee, wires[1].pointee)
    switch operation {
    case .plus: wires[2].pointee = a + b
    case .minus: wires[2].pointee = a - b
    case .times: wires[2].pointee = a * b
    default: return false
    }
    left.start(wires)
    right.start(wires)
    return true
  }

  @inline(__always)
  private func perform(_ context: UnsafePointer<RenderContext>, _ kernel: BinaryKernel) {
    guard operation.draws else {
      kernel.perform(operation)
      return
    }
    var random = context.pointee.random.pointee
    var frame = 0
    while frame < kernel.frames {
      let (a, b) = (kernel.left[frame], kernel.right[frame])
      let (low, high) = b > a ? (a, b) : (b, a)
      kernel.output[frame] =
        operation == .randomRange
        ? low + random.unipolar() * (high - low) : random.exponential(from: Double(low), to: Double(high))
      frame &+= 1
    }
    context.pointee.random.pointee = random
  }

  /// What is no number ends a stream.
  @inline(__always)
  private func answer(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    if frames == 0 {
      wires.resetDemand(0, context)
      wires.resetDemand(1, context)
      return
    }
    let memory = context.pointee.scratch
    let a = wires.demand(0, context, at: frames)
    let b = wires.demand(1, context, at: frames)
    if a != a || b != b {
      wires[2].pointee = .nan
      return
    }
    perform(
      context,
      BinaryKernel(
        left: Operand(constant: a, memory), right: Operand(constant: b, memory + 8), output: wires[2], frames: 1))
  }
}
