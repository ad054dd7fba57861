import CLanes
import CRealTime
public import RealTime

/// Shifts the pitch: four overlapping windows of a delay line, each read at a pace of its own.
public struct PitchShift: UnitGenerator {
  public static let specification = UnitSpecification(
    "PitchShift", "Shifts the pitch.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("windowSize", "The length of a window; fixed from the beginning.", measure: "seconds", standard: 0.2),
      .init("pitchRatio", "The new pitch is so many times the old one.", range: 0...4, standard: 1),
      .init("pitchDispersion", "How far a window's ratio is off at most, drawn at random."),
      .init("timeDispersion", "How late a window begins at most, drawn at random.", measure: "seconds"),
    ], outputs: ["shifted"])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let sampleRate: Double
  private let inputs: UnitInputs
  private var memory: UnsafeMutablePointer<Float>?
  private var mask = 0
  private var place = 0
  private var window = 4
  private var remaining = 0
  private var stage = 3
  private var slope: Float = 0
  /// Of each window: how many frames ago it reads, its level, and what is added to both with each frame.
  private var delays = SIMD4<Float>(repeating: 2)
  private var paces = SIMD4<Float>(repeating: 1)
  private var levels = SIMD4<Float>(0.5, 1, 0.5, 0)
  private var slopes = SIMD4<Float>()

  public init(_ preparation: UnitPreparation) {
    sampleRate = preparation.sampleRate
    inputs = UnitInputs(preparation)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    wires[5].pointee = 0
    let shortest = Float(3 / sampleRate)
    let seconds = wires[1].pointee > shortest ? wires[1].pointee : shortest
    let frames = Double(seconds) * sampleRate
    guard frames < 1e8 else { return }
    let needed = Int(syrinx_ceil(frames * 3 + 3)) + RenderContext.blockFrames
    var size = 1
    while size < needed { size &*= 2 }
    guard let memory = context.pointee.allocate(floats: size) else { return }
    memory[0] = wires[0].pointee
    self.memory = memory
    mask = size - 1
    window = (Int(frames) + 2) & ~3
    remaining = window >> 2
    slope = 2 / Float(window)
    slopes = SIMD4(-slope, -slope, slope, slope)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[5]
    guard let memory else {
      clear(output, frames)
      return
    }
    let signal = inputs.signal(wires, 0)
    var frame = 0
    while frame < frames {
      if remaining <= 0 { beginWindow(context, wires) }
      let end = frame &+ min(frames &- frame, remaining)
      remaining &-= end &- frame
      render(signal, output, memory, from: frame, to: end)
      frame = end
    }
  }

  /// The windows side by side.
  @inline(__always)
  private mutating func render(
    _ signal: InputSignal, _ output: UnsafeMutablePointer<Float>, _ memory: UnsafeMutablePointer<Float>,
    from first: Int, to end: Int
  ) {
    var (delay, level, place) = (delays, levels, place)
    let (paces, slopes) = (paces, slopes)
    let mask = mask
    let laneMask = UInt32(truncatingIfNeeded: mask)
    var frame = first
    while frame < end {
      place = (place &+ 1) & mask
      delay += paces
      let whole = syrinx_truncate_four(delay)
      let part = delay - SIMD4<Float>(Float(whole[0]), Float(whole[1]), Float(whole[2]), Float(whole[3]))
      let late = unsafeBitCast(whole, to: SIMD4<UInt32>.self)
      let near = SIMD4<UInt32>(repeating: UInt32(truncatingIfNeeded: place)) &- late
      let newer = Self.gather(memory, near & laneMask)
      let older = Self.gather(memory, (near &- 1) & laneMask)
      let heard = (newer + part * (older - newer)) * level
      level += slopes
      memory[place] = signal[frame]
      output[frame] = (((heard[0] + heard[1]) + heard[2]) + heard[3]) * 0.5
      frame &+= 1
    }
    (delays, levels, self.place) = (delay, level, place)
  }

  @inline(__always)
  private static func gather(_ memory: UnsafeMutablePointer<Float>, _ places: SIMD4<UInt32>) -> SIMD4<Float> {
    SIMD4(memory[Int(places[0])], memory[Int(places[1])], memory[Int(places[2])], memory[Int(places[3])])
  }

  /// The window that begins rises, the one across from it falls.
  private mutating func beginWindow(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    remaining = window >> 2
    stage = (stage + 1) & 3
    var random = context.pointee.random.pointee
    var ratio = wires[2].pointee
    if wires[3].pointee != 0 { ratio += wires[3].pointee * random.bipolar() }
    ratio = Bounds.clamp(ratio, 0, 4)
    let late = Float(Double(Bounds.clamp(wires[4].pointee, 0, wires[1].pointee)) * sampleRate)
    let first = ratio < 1 ? 2 : Float(window) * (ratio - 1) + 2
    let delay = first + late * random.unipolar()
    context.pointee.random.pointee = random
    for index in 0..<4 where index == stage {
      paces[index] = 1 - ratio
      delays[index] = delay
      levels[index] = 0
      slopes[index] = slope
    }
    for index in 0..<4 where index == (stage + 2) & 3 { slopes[index] = -slope }
  }
}
