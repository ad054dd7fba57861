import RealTime

/// A filter of one second-order section: a signal, and up to three numbers that shape it.
protocol SectionFilter: UnitGenerator {
  /// How many numbers follow the signal.
  static var parameterCount: Int { get }
  static var start: SectionStart { get }
  /// What of the coefficients holds before the first ones come.
  static var resting: SectionCoefficients { get }

  /// Whether it has no feedback.
  static var isForward: Bool { get }

  /// - Parameters:
  ///   - values: the numbers, in the order of the inputs.
  ///   - radians: a turn a second is so many radians a frame.
  static func coefficients(_ values: SIMD4<Float>, radians: Double) -> SectionCoefficients

  var section: Section { get set }
  var values: SIMD4<Float> { get set }
  var radians: Double { get }
}

/// What a section does before its first block.
enum SectionStart {
  /// Takes the first coefficients at once, and a frame of input.
  case prompt
  /// Takes a frame of input without coefficients, then the first ones; at control rate, too, new ones come a frame late.
  case late
  /// Takes the first input as all that came before.
  case filled
}

extension SectionFilter {
  static var resting: SectionCoefficients { SectionCoefficients() }
  static var isForward: Bool { false }

  @inline(__always)
  static func take(_ wires: Wires) -> SIMD4<Float> {
    var values = SIMD4<Float>()
    for index in 0..<parameterCount { values[index] = wires[1 + index].pointee }
    return values
  }

  @inline(__always)
  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    let output = wires[1 + Self.parameterCount]
    values = Self.take(wires)
    let first = Self.coefficients(values, radians: radians)
    switch Self.start {
    case .prompt:
      section.coefficients = first
      output.pointee = section.next(wires[0].pointee)
    case .late:
      section.coefficients = Self.resting
      output.pointee = section.next(wires[0].pointee)
      section.coefficients = first
    case .filled:
      section.coefficients = first
      section.fill(wires[0].pointee)
      output.pointee = section.next(wires[0].pointee)
    }
    section.settle()
  }

  @inline(__always)
  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[1 + Self.parameterCount]
    let newest = Self.take(wires)
    var section = section
    if (newest .== values) == SIMDMask(repeating: true) {
      if Self.isForward && frames & 7 == 0 {
        section.renderForward(wires[0], output, frames)
      } else {
        section.render(wires[0], output, frames)
      }
    } else {
      values = newest
      let target = Self.coefficients(newest, radians: radians)
      if frames < 3 && Self.start == .prompt {
        section.coefficients = target
        section.render(wires[0], output, frames)
      } else {
        section.render(wires[0], output, frames, glidingTo: target)
      }
    }
    self.section = section
  }
}
