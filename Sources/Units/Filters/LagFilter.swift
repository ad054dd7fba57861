import RealTime

/// One, two or three poles one after the other that follow a signal, by the times in which they have come within 60 dB of
/// it: one time, or one for rising and one for falling.
protocol LagFilter: UnitGenerator {
  static var poles: Int { get }
  /// Whether rising and falling have times of their own.
  static var hasTwoTimes: Bool { get }

  var lag: LagState { get set }
}

extension LagFilter {
  @inline(__always)
  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    let first = Double(wires[0].pointee)
    lag.levels = SIMD4(repeating: first)
    lag.take(wires, twoTimes: Self.hasTwoTimes)
    lag.up = lag.upTarget
    lag.down = lag.downTarget
    wires[Self.hasTwoTimes ? 3 : 2].pointee = Float(first)
  }

  @inline(__always)
  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let input = wires[0]
    let output = wires[Self.hasTwoTimes ? 3 : 2]
    var lag = lag
    let changes = lag.take(wires, twoTimes: Self.hasTwoTimes)
    if changes {
      let share = 1 / Double(frames)
      let upSlope = (lag.upTarget - lag.up) * share
      let downSlope = (lag.downTarget - lag.down) * share
      var frame = 0
      while frame < frames {
        lag.up += upSlope
        lag.down += downSlope
        output[frame] = Self.next(&lag, Double(input[frame]))
        frame &+= 1
      }
      lag.up = lag.upTarget
      lag.down = lag.downTarget
    } else if !Self.hasTwoTimes && frames & 7 == 0 {
      Self.renderStill(&lag, input, output, frames)
    } else {
      var frame = 0
      while frame < frames {
        output[frame] = Self.next(&lag, Double(input[frame]))
        frame &+= 1
      }
    }
    lag.settle()
    self.lag = lag
  }

  /// Eight frames at a time.
  @inline(__always)
  private static func renderStill(
    _ lag: inout LagState, _ input: UnsafeMutablePointer<Float>, _ output: UnsafeMutablePointer<Float>, _ frames: Int
  ) {
    let fresh = 1 - lag.up
    var one = PoleLanes(lag.up, last: lag.levels[0])
    var two = PoleLanes(lag.up, last: lag.levels[1])
    var three = PoleLanes(lag.up, last: lag.levels[2])
    var frame = 0
    while frame < frames {
      var values = one.next(WideLanes(loading: input + frame) * fresh)
      if poles > 1 { values = two.next(values * fresh) }
      if poles > 2 { values = three.next(values * fresh) }
      values.store(to: output + frame)
      frame &+= 8
    }
    lag.levels = SIMD4(one.last[0], two.last[0], three.last[0], 0)
  }

  @inline(__always)
  private static func next(_ lag: inout LagState, _ x: Double) -> Float {
    let first = lag.levels[0]
    let a = hasTwoTimes ? chosen(lag.up, over: lag.down, where: x, isAbove: first) : lag.up
    let one = multiplyAdd(a, first - x, x)
    lag.levels[0] = one
    guard poles > 1 else { return Float(one) }
    let second = lag.levels[1]
    let b = hasTwoTimes ? chosen(lag.up, over: lag.down, where: one, isAbove: second) : lag.up
    let two = multiplyAdd(b, second - one, one)
    lag.levels[1] = two
    guard poles > 2 else { return Float(two) }
    // As scsynth, whose third pole goes by the first two.
    let c = hasTwoTimes ? chosen(lag.up, over: lag.down, where: one, isAbove: two) : lag.up
    let three = multiplyAdd(c, lag.levels[2] - two, two)
    lag.levels[2] = three
    return Float(three)
  }

  /// One of two numbers, without a branch.
  @inline(__always)
  private static func chosen(_ a: Double, over b: Double, where x: Double, isAbove y: Double) -> Double {
    SIMD2(repeating: b).replacing(with: a, where: SIMD2(repeating: x) .> SIMD2(repeating: y))[0]
  }
}
