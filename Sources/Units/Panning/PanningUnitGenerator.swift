import RealTime

/// Gains of one signal or two in up to four outputs: they follow the unit's numbers in straight lines over a block.
protocol PanningUnitGenerator: UnitGenerator {
  /// One signal or two.
  static var signalCount: Int { get }
  /// How many numbers follow the signals; the first one may be of audio rate where `followsFrames` says so.
  static var numberCount: Int { get }
  static var outputCount: Int { get }
  static var followsFrames: Bool { get }

  static func gains(_ numbers: SIMD4<Float>, _ sine: QuarterSine) -> SIMD4<Float>
  /// What the outputs hold.
  static func mix(_ first: Float, _ second: Float, _ gains: SIMD4<Float>) -> SIMD4<Float>

  var panning: PanningState { get set }
}

extension PanningUnitGenerator {
  static var followsFrames: Bool { false }

  @inline(__always)
  private static func take(_ wires: Wires) -> SIMD4<Float> {
    var numbers = SIMD4<Float>()
    for index in 0..<numberCount { numbers[index] = wires[signalCount + index].pointee }
    return numbers
  }

  @inline(__always)
  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    panning.numbers = Self.take(wires)
    panning.gains = Self.gains(panning.numbers, panning.sine)
    process(context, wires, 1)
  }

  @inline(__always)
  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let first = panning.inputs.signal(wires, 0)
    let second = panning.inputs.signal(wires, Self.signalCount - 1)
    let newest = Self.take(wires)
    let share = 1 / Float(frames)
    var frame = 0
    if Self.followsFrames && panning.inputs.isAudio(Self.signalCount) {
      // The others glide, the position is what it is in each frame.
      var numbers = panning.numbers
      let slope = (newest - numbers) * share
      let position = wires[Self.signalCount]
      while frame < frames {
        numbers[0] = position[frame]
        Self.write(wires, frame, Self.mix(first[frame], second[frame], Self.gains(numbers, panning.sine)))
        numbers += slope
        frame &+= 1
      }
      panning.numbers = newest
      return
    }
    var gains = panning.gains
    if (newest .== panning.numbers) == SIMDMask(repeating: true) {
      while frame < frames {
        Self.write(wires, frame, Self.mix(first[frame], second[frame], gains))
        frame &+= 1
      }
      return
    }
    panning.numbers = newest
    panning.gains = Self.gains(newest, panning.sine)
    let slope = (panning.gains - gains) * share
    while frame < frames {
      Self.write(wires, frame, Self.mix(first[frame], second[frame], gains))
      gains += slope
      frame &+= 1
    }
  }

  @inline(__always)
  private static func write(_ wires: Wires, _ frame: Int, _ values: SIMD4<Float>) {
    let output = signalCount + numberCount
    for index in 0..<outputCount { wires[output + index][frame] = values[index] }
  }
}
