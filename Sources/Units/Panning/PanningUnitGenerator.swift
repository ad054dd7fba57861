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
  static func mix(_ first: Lanes, _ second: Lanes, _ gains: FourLanes) -> FourLanes

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
        var gains: FourLanes = (.zero, .zero, .zero, .zero)
        for lane in 0..<8 {
          numbers[0] = position[frame &+ lane]
          let each = Self.gains(numbers, panning.sine)
          (gains.0[lane], gains.1[lane], gains.2[lane], gains.3[lane]) = (each[0], each[1], each[2], each[3])
          numbers += slope
        }
        Self.write(wires, frame, Self.mix(first.lanes(frame), second.lanes(frame), gains))
        frame &+= 8
      }
      panning.numbers = newest
      return
    }
    let gains = panning.gains
    if (newest .== panning.numbers) == SIMDMask(repeating: true) {
      let lanes = Self.lanes(gains)
      while frame < frames {
        Self.write(wires, frame, Self.mix(first.lanes(frame), second.lanes(frame), lanes))
        frame &+= 8
      }
      return
    }
    panning.numbers = newest
    panning.gains = Self.gains(newest, panning.sine)
    let (start, slope) = (Self.lanes(gains), Self.lanes((panning.gains - gains) * share))
    while frame < frames {
      let passed = Lanes.ascending + Float(frame)
      let lanes = (
        multiplyAdd(slope.0, passed, start.0), multiplyAdd(slope.1, passed, start.1),
        multiplyAdd(slope.2, passed, start.2), multiplyAdd(slope.3, passed, start.3)
      )
      Self.write(wires, frame, Self.mix(first.lanes(frame), second.lanes(frame), lanes))
      frame &+= 8
    }
  }

  @inline(__always)
  private static func lanes(_ gains: SIMD4<Float>) -> FourLanes {
    (
      Lanes(repeating: gains[0]), Lanes(repeating: gains[1]), Lanes(repeating: gains[2]), Lanes(repeating: gains[3])
    )
  }

  @inline(__always)
  private static func write(_ wires: Wires, _ frame: Int, _ values: FourLanes) {
    let output = signalCount + numberCount
    values.0.store(to: wires[output] + frame)
    if outputCount > 1 { values.1.store(to: wires[output + 1] + frame) }
    if outputCount > 2 { values.2.store(to: wires[output + 2] + frame) }
    if outputCount > 3 { values.3.store(to: wires[output + 3] + frame) }
  }
}
