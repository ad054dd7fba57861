public import RealTime

/// Impulses without aliases, made of a number of overtones.
public struct Blip: UnitGenerator {
  public static let specification = UnitSpecification(
    "Blip", "Impulses without aliases, made of a number of overtones.",
    inputs: [
      .init("freq", "Pitch.", range: -192_000...192_000, measure: "hertz", standard: 440, rates: [.scalar, .control]),
      .init("numharm", "How many overtones.", range: 1...1_000_000, standard: 200, rates: [.scalar, .control]),
    ], outputs: ["impulses"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let sum = HarmonicSum()
  private let perHertz: Double
  private let limit: Double
  private var frequency: Float = 0
  private var wanted: Int32 = 0
  private var count: Int32 = 1
  private var scale: Float = 0.5
  private var position: Int32 = 0

  public init(_ preparation: UnitPreparation) {
    perHertz = HarmonicSum.perHertz(preparation)
    limit = preparation.valuesPerSecond * 0.5
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    frequency = wires[0].pointee
    wanted = Int32(processorTruncating: wires[1].pointee)
    let most = Int32(processorTruncating: limit / Double(frequency))
    count = wanted > most ? most : wanted
    if count < 1 { count = 1 }
    scale = count == 0 ? 0 : Float(0.5 / Double(count))
    process(context, wires, 1)
    position = 0
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[2]
    let (lastCount, lastScale) = (count, scale)
    let pitch = move(wires)
    let step = Int32(processorTruncating: perHertz * Double(pitch))
    let (factor, lastFactor) = (2 &* count &+ 1, 2 &* lastCount &+ 1)
    let slope = 1 / Float(frames)
    var positions = SIMD8<Int32>(0, 1, 2, 3, 4, 5, 6, 7) &* step &+ position
    var frame = 0
    while frame < frames {
      var values = sum.values(positions, factor, scale)
      if count != lastCount {
        let last = sum.values(positions, lastFactor, lastScale)
        values = last + (Lanes.ascending + Float(frame)) * slope * (values - last)
      }
      values.store(to: output + frame)
      positions = positions &+ (step &* 8)
      frame &+= 8
    }
    position = position &+ (step &* Int32(truncatingIfNeeded: frames))
  }

  /// Takes a new pitch or number of overtones; gives back the pitch to move at.
  @inline(__always)
  private mutating func move(_ wires: Wires) -> Float {
    let (next, number) = (wires[0].pointee, Int32(processorTruncating: wires[1].pointee))
    var pitch = next
    if number != wanted || next != frequency {
      let most = Int32(processorTruncating: limit / Double(next))
      if number > most {
        count = most
        if frequency > next { pitch = frequency }
      } else {
        count = number < 1 ? 1 : number
      }
      scale = count == 0 ? 0 : Float(0.5 / Double(count))
    }
    frequency = next
    wanted = number
    return pitch
  }
}
