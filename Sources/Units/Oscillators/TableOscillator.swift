import RealTime

/// What moves through a table at a pitch, with an offset of the phase, each at any rate.
struct TableOscillator: BitwiseCopyable {
  private let isPitchAudio: Bool
  private let isPhaseAudio: Bool
  private var position: Int32 = 0
  private var phase: Float = 0

  init(_ preparation: UnitPreparation, pitch: Int, phase: Int) {
    let rates = preparation.inputRates
    isPitchAudio = rates.indices.contains(pitch) && rates[pitch] == .audio
    isPhaseAudio = rates.indices.contains(phase) && rates[phase] == .audio
  }

  mutating func start(phase: Float, perRadian: Double) {
    self.phase = phase
    position = isPitchAudio || isPhaseAudio ? 0 : Int32(processorTruncating: Double(phase) * perRadian)
  }

  /// - Parameters:
  ///   - perHertz: how far it moves in each value at one hertz.
  ///   - perRadian: how far a radian is.
  ///   - value: the table's value at a position.
  @inline(__always)
  mutating func render(
    _ pitch: UnsafeMutablePointer<Float>, _ offset: UnsafeMutablePointer<Float>, perHertz: Double, perRadian: Double,
    _ output: UnsafeMutablePointer<Float>, _ frames: Int, value: (Int32) -> Float
  ) {
    var frame = 0
    if !isPitchAudio && !isPhaseAudio {
      let glide = Double((offset.pointee - phase) / Float(frames)) * perRadian
      let step =
        Int32(processorTruncating: perHertz * Double(pitch.pointee)) &+ Int32(processorTruncating: glide)
      phase = offset.pointee
      while frame < frames {
        output[frame] = value(position)
        position = position &+ step
        frame &+= 1
      }
      return
    }
    let (hertz, radian) = (Float(perHertz), Float(perRadian))
    let still = Int32(processorTruncating: perHertz * Double(pitch.pointee))
    let slope = isPhaseAudio ? 0 : (offset.pointee - phase) / Float(frames)
    while frame < frames {
      let shift = Int32(processorTruncating: radian * (isPhaseAudio ? offset[frame] : phase))
      let result = value(position &+ shift)
      position = position &+ (isPitchAudio ? Int32(processorTruncating: hertz * pitch[frame]) : still)
      output[frame] = result
      phase += slope
      frame &+= 1
    }
    if !isPhaseAudio { phase = offset.pointee }
  }
}
