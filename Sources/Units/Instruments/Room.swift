public import RealTime

/// The sound of a room, without the signal itself. Its memory is a buffer of eight channels, a tenth of a second long
/// at least.
public struct Room: UnitGenerator {
  public static let specification = UnitSpecification(
    "Room", "The sound of a room; without the signal itself.",
    inputs: [
      .init("left", "The signal, left.", rates: [.audio]),
      .init("right", "The signal, right.", rates: [.audio]),
      .init("memory", "A silent buffer of its own, of eight channels.", range: 0...16_777_216, rates: [.scalar]),
      .init("decay", "Time to fall by 60 dB.", range: 0.05...60, measure: "seconds", standard: 1.4, rates: [.scalar]),
      .init("size", "1 is a hall of twenty metres.", range: 0.05...1.3, standard: 0.8, rates: [.scalar]),
      .init(
        "tone", "Corner above which it dies faster.", range: 100...20_000, measure: "hertz", standard: 4500,
        rates: [.scalar]),
    ],
    outputs: ["left", "right"],
    source:
      "J.-M. Jot and A. Chaigne, \"Digital delay networks for designing artificial reverberators\", AES 90, 1991, "
      + "with eight delays and a Hadamard matrix.")

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }

  private let delays: SIMD8<Int32>
  private let feedback: Lanes
  private let tone: Float
  private var dark = Lanes.zero
  private var row: Int32 = 0

  public init(_ preparation: UnitPreparation) {
    let decay = preparation.number(3, of: Self.specification)
    let size = preparation.number(4, of: Self.specification)
    // In seconds; none is near a simple multiple of another.
    let seconds = Lanes(0.0311, 0.0367, 0.0409, 0.0457, 0.0523, 0.0587, 0.0653, 0.0739) * size
    var delays = SIMD8<Int32>()
    var feedback = Lanes.zero
    for lane in 0..<8 {
      delays[lane] = preparation.frames(seconds[lane])
      // Each pass takes what its length takes of the decay.
      feedback[lane] = preparation.fall(decay, over: delays[lane]) * 0.353_553_39
    }
    self.delays = delays
    self.feedback = feedback
    tone = preparation.smoothing(preparation.number(5, of: Self.specification))
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let leftOutput = wires[6]
    let rightOutput = wires[7]
    let memory = DelayMemory(wires[2].pointee, channels: 8, context)
    var frame = 0
    while frame < frames {
      guard let memory else {
        leftOutput[frame] = 0
        rightOutput[frame] = 0
        frame &+= 1
        continue
      }
      if row >= memory.rows { row = 0 }
      let past = Lanes(
        sample(memory, 0), sample(memory, 1), sample(memory, 2), sample(memory, 3), sample(memory, 4),
        sample(memory, 5), sample(memory, 6), sample(memory, 7))
      dark += (past - dark) * tone
      let left = wires[0][frame] * 0.5
      let right = wires[1][frame] * 0.5
      let input = Lanes(left, right, -left, right, left, -right, left, right)
      multiplyAdd(Self.mixed(dark), feedback, input).store(to: memory.samples + 8 &* Int(row))
      leftOutput[frame] = (dark[0] - dark[2] + dark[4] + dark[6]) * 0.5
      rightOutput[frame] = (dark[1] + dark[3] - dark[5] + dark[7]) * 0.5
      row &+= 1
      frame &+= 1
    }
  }

  @inline(__always)
  private func sample(_ memory: DelayMemory, _ lane: Int) -> Float {
    let delay = delays[lane]
    var past = row &- (delay < memory.rows ? delay : memory.rows &- 1)
    if past < 0 { past &+= memory.rows }
    return memory.samples[8 &* Int(past) &+ lane]
  }

  /// Each lane the sum of all, with the signs of a row of the Hadamard matrix.
  @inline(__always)
  private static func mixed(_ lanes: Lanes) -> Lanes { crossed(crossed(crossed(lanes))) }

  @inline(__always)
  private static func crossed(_ lanes: Lanes) -> Lanes {
    Lanes(
      lowHalf: lanes.evenHalf + lanes.oddHalf, highHalf: lanes.evenHalf - lanes.oddHalf)
  }
}
