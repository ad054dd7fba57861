/// Six all-pass sections in a row, side by side in lanes: each takes what the one before it gave a step ago.
struct HilbertPipe {
  private let coefficients: Lanes
  private(set) var states: Lanes
  private var given = Lanes.zero

  /// - Parameter first: of the sections among all.
  @inline(__always)
  init(_ coefficients: SIMD16<Float>, _ states: SIMD16<Float>, _ first: Int) {
    self.coefficients = Lanes(
      coefficients[first], coefficients[first + 1], coefficients[first + 2], coefficients[first + 3],
      coefficients[first + 4], coefficients[first + 5], 0, 0)
    self.states = Lanes(
      states[first], states[first + 1], states[first + 2], states[first + 3], states[first + 4], states[first + 5], 0,
      0)
  }

  @inline(__always)
  private func taken(_ x: Float) -> Lanes {
    var taken = given.movedByOne
    taken[0] = x
    return taken
  }

  /// All sections; gives back what comes out of the last one.
  @inline(__always)
  mutating func next(_ x: Float) -> Float {
    let fresh = taken(x) - coefficients * states
    given = multiplyAdd(coefficients, fresh, states)
    states = fresh
    return given[5]
  }

  /// A step at which only the first sections have something to take: `count` behind the first one.
  @inline(__always)
  mutating func begin(_ x: Float, _ count: Int) {
    let old = states
    _ = next(x)
    states = old.replacing(with: states, where: Lanes.ascending .<= Float(count))
  }

  /// A step at which the first sections, `count` behind the first one, have nothing more to take.
  @inline(__always)
  mutating func end(_ count: Int) -> Float {
    let old = states
    let output = next(0)
    states = old.replacing(with: states, where: Lanes.ascending .> Float(count))
    return output
  }
}
