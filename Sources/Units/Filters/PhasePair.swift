import RealTime

/// A sine and its cosine on scsynth's phase of 2⁻²⁹ turns, by a frequency and a phase input.
struct PhasePair: BitwiseCopyable {
  private static let turn = 536_870_912.0
  private static let radian = 85_445_659.447_076_8
  private static let quarter: Int32 = 134_217_728

  private let inputs: UnitInputs
  private let frequency: Int32
  private let phase: Int32
  private let increment: Double
  private var position: Int32 = 0
  private var lastPhase: Float = 0

  init(_ preparation: UnitPreparation, frequency: Int, phase: Int) {
    inputs = UnitInputs(preparation)
    self.frequency = Int32(frequency)
    self.phase = Int32(phase)
    increment = Self.turn * (1 / preparation.valuesPerSecond)
  }

  @inline(__always)
  mutating func start(_ wires: Wires) {
    lastPhase = wires[Int(phase)].pointee
  }

  @inline(__always)
  mutating func fill(
    _ sines: UnsafeMutablePointer<Float>, _ cosines: UnsafeMutablePointer<Float>, _ wires: Wires, _ frames: Int
  ) {
    let frequencies = inputs.signal(wires, Int(frequency))
    let phases = inputs.signal(wires, Int(phase))
    let hasPhases = inputs.isAudio(Int(phase))
    let target = phases[0]
    let slope = hasPhases ? 0 : (target - lastPhase) / Float(frames)
    let isSteady = !hasPhases && !inputs.isAudio(Int(frequency))
    let glide = isSteady ? Int32(processorTruncating: Double(slope) * Self.radian) : 0
    var frame = 0
    if isSteady && frames & 7 == 0 {
      let step = Int32(processorTruncating: Double(frequencies[0]) * increment) &+ glide
      var at = SIMD8<Int32>(0, 1, 2, 3, 4, 5, 6, 7) &* step &+ position
      let stride = SIMD8<Int32>(repeating: step &* 8)
      while frame < frames {
        sine(phases: at).store(to: sines + frame)
        sine(phases: at &+ Self.quarter).store(to: cosines + frame)
        at = at &+ stride
        frame &+= 8
      }
      position = at[0]
      lastPhase = target
      return
    }
    while frame < frames {
      let offset = hasPhases ? phases[frame] : (isSteady ? 0 : lastPhase + slope * Float(frame))
      let at = position &+ Int32(processorTruncating: Double(offset) * Self.radian)
      let turns = Lanes(Self.turns(at), Self.turns(at &+ Self.quarter), 0, 0, 0, 0, 0, 0)
      let values = sine(turns: turns)
      sines[frame] = values[0]
      cosines[frame] = values[1]
      position = position &+ Int32(processorTruncating: Double(frequencies[frame]) * increment) &+ glide
      frame &+= 1
    }
    lastPhase = hasPhases ? phases[frames - 1] : target
  }

  @inline(__always)
  private static func turns(_ position: Int32) -> Float { Float(position &<< 3) * 2.328_306_4e-10 }
}
