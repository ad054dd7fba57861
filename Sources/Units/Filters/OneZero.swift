public import RealTime

/// A zero on the real axis.
public struct OneZero: UnitGenerator {
  public static let specification = UnitSpecification(
    "OneZero", "One zero: (1 − |coef|) · in + coef · the input before.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("coef", "The feedback.", range: -1...1, standard: 0.5),
    ],
    outputs: ["filtered"], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private var coefficient = 0.0
  private var last = 0.0

  public init(_ preparation: UnitPreparation) {}

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    coefficient = Double(wires[1].pointee)
    last = Double(wires[0].pointee)
    wires[2].pointee = Float((1 - coefficient.magnitude + coefficient) * last)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let input = wires[0]
    let output = wires[2]
    let target = Double(wires[1].pointee)
    var b = coefficient
    let slope = (target - b) / Double(frames)
    if slope == 0 && frames & 7 == 0 {
      var before = SIMD4(repeating: last)
      var frame = 0
      while frame < frames {
        let x = WideLanes(loading: input + frame)
        (x * (1 - b.magnitude) + x.delayedByOne(before) * b).store(to: output + frame)
        before = x.high
        frame &+= 8
      }
      last = before[3]
      return
    }
    var frame = 0
    while frame < frames {
      let x = Double(input[frame])
      output[frame] = Float((1 - b.magnitude) * x + b * last)
      last = x
      b += slope
      frame &+= 1
    }
    coefficient = target
  }
}
