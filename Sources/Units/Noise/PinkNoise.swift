public import RealTime

/// Noise whose power falls by 3 dB an octave.
///
/// - Source: R. Voss and M. Gardner's sum of sixteen random numbers, each renewed half as often as the one before; which is
///   chosen at random (M. Jonsson).
public struct PinkNoise: UnitGenerator {
  public static let specification = UnitSpecification(
    "PinkNoise", "Noise whose power falls by 3 dB an octave.", inputs: [], outputs: ["noise"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private var dice = SIMD16<UInt32>()
  private var total: UInt32 = 0

  public init(_ preparation: UnitPreparation) {}

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    var random = context.pointee.random.pointee
    for die in 0..<16 {
      dice[die] = random.next() &>> 13
      total = total &+ dice[die]
    }
    context.pointee.random.pointee = random
    process(context, wires, 1)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[0]
    var random = context.pointee.random.pointee
    var sum = total
    // In memory: a lane of a vector that the loop chooses costs a round trip of all of it.
    withUnsafeMutableBytes(of: &dice) { bytes in
      guard let dice = bytes.baseAddress?.assumingMemoryBound(to: UInt32.self) else { return }
      var frame = 0
      while frame < frames {
        let chance = random.next()
        let die = chance.trailingZeroBitCount & 15
        let value = chance &>> 13
        sum = sum &+ value &- dice[die]
        dice[die] = value
        output[frame] = Float(bitPattern: (sum &+ random.next() &>> 13) | 0x4000_0000) - 3
        frame &+= 1
      }
    }
    total = sum
    context.pointee.random.pointee = random
  }
}
