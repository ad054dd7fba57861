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

  private let leaps = RandomLeaps()
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
    // Two numbers a frame: the one that is thrown, and the one that is added to the sum of the dice.
    let numbers = context.pointee.scratch
    var drawn = 0
    while drawn < 2 &* frames {
      if frames == RenderContext.blockFrames {
        leaps.draw(&random) { frame, lanes in
          unsafeBitCast(lanes, to: Lanes.self).store(to: numbers + (drawn &+ frame))
        }
        drawn &+= 64
      } else {
        numbers[drawn] = Float(bitPattern: random.next())
        drawn &+= 1
      }
    }
    context.pointee.random.pointee = random
    throwDice(UnsafeRawPointer(numbers), output, frames)
    var frame = 0
    while frame < frames {
      (Lanes(loading: output + frame) - 3).store(to: output + frame)
      frame &+= 8
    }
  }

  /// The sums, as the bits of 2 to 4.
  @inline(__always)
  private mutating func throwDice(_ numbers: UnsafeRawPointer, _ output: UnsafeMutablePointer<Float>, _ frames: Int) {
    let first = total
    // In memory: a lane of a vector that the loop chooses costs a round trip of all of it.
    total = withUnsafeMutableBytes(of: &dice) { bytes in
      guard let dice = bytes.baseAddress?.assumingMemoryBound(to: UInt32.self) else { return first }
      var sum = first
      var frame = 0
      while frame < frames {
        let chance = numbers.loadUnaligned(fromByteOffset: 8 &* frame, as: UInt32.self)
        let added = numbers.loadUnaligned(fromByteOffset: 8 &* frame &+ 4, as: UInt32.self)
        let die = chance.trailingZeroBitCount & 15
        let value = chance &>> 13
        sum = sum &+ value &- dice[die]
        dice[die] = value
        output[frame] = Float(bitPattern: (sum &+ added &>> 13) | 0x4000_0000)
        frame &+= 1
      }
      return sum
    }
  }
}
