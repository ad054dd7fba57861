public import RealTime

/// Echoes that go from left to right and back, each darker than the one before. Its memory is a stereo buffer, as long
/// as the time at least.
public struct Echo: UnitGenerator {
  public static let specification = UnitSpecification(
    "Echo", "Echoes that go from left to right and back; without the signal itself.",
    inputs: [
      .init("left", "The signal, left.", rates: [.audio]),
      .init("right", "The signal, right.", rates: [.audio]),
      .init("memory", "A silent stereo buffer of its own.", range: 0...16_777_216, rates: [.scalar]),
      .init("time", "From one echo to the next.", range: 0...60, measure: "seconds", standard: 0.3, rates: [.scalar]),
      .init("feedback", "Each echo's share of the one before.", range: 0...0.95, standard: 0.4, rates: [.scalar]),
      .init(
        "tone", "Corner above which each echo loses.", range: 100...20_000, measure: "hertz", standard: 3500,
        rates: [.scalar]),
    ],
    outputs: ["left", "right"])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }

  private let delay: Int32
  private let feedback: Float
  private let tone: Float
  private var row: Int32 = 0
  private var darkLeft: Float = 0
  private var darkRight: Float = 0

  public init(_ preparation: UnitPreparation) {
    delay = preparation.frames(preparation.number(3, of: Self.specification))
    feedback = preparation.number(4, of: Self.specification)
    tone = preparation.smoothing(preparation.number(5, of: Self.specification))
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let leftOutput = wires[6]
    let rightOutput = wires[7]
    let memory = DelayMemory(wires[2].pointee, channels: 2, context)
    var frame = 0
    while frame < frames {
      guard let memory else {
        leftOutput[frame] = 0
        rightOutput[frame] = 0
        frame &+= 1
        continue
      }
      if row >= memory.rows { row = 0 }
      var past = row &- (delay < memory.rows ? delay : memory.rows &- 1)
      if past < 0 { past &+= memory.rows }
      let left = memory.samples[2 &* Int(past)]
      let right = memory.samples[2 &* Int(past) &+ 1]
      darkLeft += (left - darkLeft) * tone
      darkRight += (right - darkRight) * tone
      memory.samples[2 &* Int(row)] = (wires[0][frame] + wires[1][frame]) * 0.5 + darkRight * feedback
      memory.samples[2 &* Int(row) &+ 1] = darkLeft * feedback
      leftOutput[frame] = darkLeft
      rightOutput[frame] = darkRight
      row &+= 1
      frame &+= 1
    }
  }
}
