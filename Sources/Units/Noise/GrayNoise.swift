public import RealTime

/// Noise from bits of a number that flip at random, stronger at low frequencies.
public struct GrayNoise: UnitGenerator {
  public static let specification = UnitSpecification(
    "GrayNoise", "Noise from bits that flip at random.", inputs: [], outputs: ["noise"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let leaps = RandomLeaps()
  private var bits: UInt32 = 0

  public init(_ preparation: UnitPreparation) {}

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { process(context, wires, 1) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[0]
    var random = context.pointee.random.pointee
    if frames == RenderContext.blockFrames {
      let memory = context.pointee.scratch
      leaps.draw(&random) { frame, numbers in unsafeBitCast(numbers, to: Lanes.self).store(to: memory + frame) }
      var last = bits
      var frame = 0
      while frame < frames {
        last ^= 1 &<< (memory[frame].bitPattern & 31)
        output[frame] = Float(Int32(bitPattern: last)) * 4.656_612_873_08e-10
        frame &+= 1
      }
      bits = last
      context.pointee.random.pointee = random
      return
    }
    var frame = 0
    while frame < frames {
      bits ^= 1 &<< (random.next() & 31)
      output[frame] = Float(Int32(bitPattern: bits)) * 4.656_612_873_08e-10
      frame &+= 1
    }
    context.pointee.random.pointee = random
  }
}
