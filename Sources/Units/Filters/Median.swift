public import RealTime

/// The median of the last values.
public struct Median: UnitGenerator {
  public static let specification = UnitSpecification(
    "Median", "The median of the last values.",
    inputs: [
      .init("length", "How many values; odd, up to 31.", range: 1...31, standard: 3),
      .init("in", "The signal.", followsUnit: true),
    ],
    outputs: ["median"], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private static let longest = 32

  private var size = 0
  private var values: UnsafeMutablePointer<Float>?
  private var ages: UnsafeMutablePointer<Float>?

  public init(_ preparation: UnitPreparation) {}

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    let length = wires[0].pointee
    size = length >= 0 ? (length < Float(Self.longest) ? Int(length) : Self.longest) : 0
    values = context.pointee.allocate(floats: Self.longest)
    ages = context.pointee.allocate(floats: Self.longest)
    guard let values, let ages else { return }
    for index in 0..<size {
      values[index] = wires[1].pointee
      ages[index] = Float(index)
    }
    wires[2].pointee = insert(wires[1].pointee)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    var frame = 0
    while frame < frames {
      wires[2][frame] = insert(wires[1][frame])
      frame &+= 1
    }
  }

  /// Takes the newest value in the oldest one's place, keeps the order, and gives back the middle.
  @inline(__always)
  private func insert(_ value: Float) -> Float {
    guard let values, let ages, size > 0 else { return value }
    let last = size - 1
    var place = 0
    for index in 0..<size {
      if ages[index] == Float(last) { place = index } else { ages[index] += 1 }
    }
    while place > 0 && value < values[place - 1] {
      values[place] = values[place - 1]
      ages[place] = ages[place - 1]
      place -= 1
    }
    while place < last && value > values[place + 1] {
      values[place] = values[place + 1]
      ages[place] = ages[place + 1]
      place += 1
    }
    values[place] = value
    ages[place] = 0
    return values[size / 2]
  }
}
