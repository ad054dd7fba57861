public import RealTime

/// A sine. The phase is a whole number of 2⁻²⁹ turns, as scsynth's, so that both stay together for ever; the sine itself is
/// computed, where scsynth reads a table.
public struct SinOsc: UnitGenerator {
  public static let specification = UnitSpecification(
    "SinOsc", "A sine.",
    inputs: [
      .init("freq", "Pitch.", range: -192_000...192_000, measure: "hertz", standard: 440),
      .init("phase", "Offset of the phase.", measure: "radians"),
    ],
    outputs: ["sine"], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  /// Units of the phase in a turn, and in a radian.
  private static let turn = 536_870_912.0
  private static let radian: Float = 85_445_659.447_053_95
  private static let steadyRadian = 85_445_659.447_053_95

  private let inputs: UnitInputs
  private let increment: Float
  private let steadyIncrement: Double
  private var position: Int32 = 0
  private var phase: Float = 0

  public init(_ preparation: UnitPreparation) {
    inputs = UnitInputs(preparation)
    steadyIncrement = Self.turn * (1 / preparation.valuesPerSecond)
    increment = Float(steadyIncrement)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    phase = wires[1].pointee
    let offset = Int32(processorTruncating: Double(phase) * Self.steadyRadian)
    if !inputs.isAudio(0) && !inputs.isAudio(1) { position = offset }
    wires[2].pointee = value(offset)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[2]
    if !inputs.isAudio(0) && !inputs.isAudio(1) {
      renderSteadily(wires, output, frames)
      return
    }
    let frequency = inputs.signal(wires, 0)
    let offset = inputs.signal(wires, 1)
    let isStill = !inputs.isAudio(1) && wires[1].pointee == 0 && phase == 0
    let slope = inputs.isAudio(1) ? 0 : (wires[1].pointee - phase) / Float(frames)
    var position = position
    var frame = 0
    while frame < frames {
      let steps = SIMD8<Int32>(processorTruncating: frequency.lanes(frame) * increment)
      let sums = steps.runningSum
      var positions = sums &- steps &+ position
      let left = frames &- frame
      position = left < 8 ? positions[left] : position &+ sums[7]
      if !isStill {
        let offsets =
          inputs.isAudio(1)
          ? offset.lanes(frame)
          : multiplyAdd(Lanes(repeating: slope), Lanes.ascending + Float(frame), Lanes(repeating: phase))
        positions = positions &+ SIMD8<Int32>(processorTruncating: offsets * Self.radian)
      }
      sine(phases: positions).store(to: output + frame)
      frame &+= 8
    }
    self.position = position
    if !inputs.isAudio(1) { phase = wires[1].pointee }
  }

  /// Pitch and phase are given once a block: the phase glides there.
  @inline(__always)
  private mutating func renderSteadily(_ wires: Wires, _ output: UnsafeMutablePointer<Float>, _ frames: Int) {
    let target = wires[1].pointee
    let glide = Double((target - phase) / Float(frames)) * Self.steadyRadian
    let step =
      Int32(processorTruncating: Double(wires[0].pointee) * steadyIncrement) &+ Int32(processorTruncating: glide)
    var positions = SIMD8<Int32>(0, 1, 2, 3, 4, 5, 6, 7) &* step &+ position
    var frame = 0
    while frame < frames {
      sine(phases: positions).store(to: output + frame)
      positions = positions &+ (step &* 8)
      frame &+= 8
    }
    position = position &+ (step &* Int32(truncatingIfNeeded: frames))
    phase = target
  }

  @inline(__always)
  private func value(_ position: Int32) -> Float { sine(phases: SIMD8(repeating: position))[0] }
}
