import CRealTime
import RealTime

/// A gain that is ready when a peak comes: the signal waits for two spans of time, whose peaks it knows.
protocol LookAheadUnitGenerator: UnitGenerator {
  /// The gain for a peak.
  static func gain(peak: Float, level: Float) -> Float

  var lookAhead: LookAheadState { get set }
}

extension LookAheadUnitGenerator {
  @inline(__always)
  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    lookAhead.size = FrameCount.whole(syrinx_ceil(Double(wires[2].pointee) * lookAhead.sampleRate), atLeast: 1)
    lookAhead.memory = context.pointee.allocate(floats: 3 &* lookAhead.size)
    process(context, wires, 1)
  }

  @inline(__always)
  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let (input, output) = (wires[0], wires[3])
    let level = wires[1].pointee
    var state = lookAhead
    var frame = 0
    while frame < frames {
      guard let memory = state.memory else {
        output[frame] = 0
        frame &+= 1
        continue
      }
      let value = input[frame]
      let oldest = state.span == 2 ? 0 : state.span &+ 1
      let old = memory[oldest &* state.size &+ state.place]
      memory[state.span &* state.size &+ state.place] = value
      output[frame] = state.spans >= 2 ? state.gain * old : 0
      state.gain += state.slope
      if value.magnitude > state.peak { state.peak = value.magnitude }
      state.place &+= 1
      if state.place == state.size {
        state.place = 0
        let peak = state.lastPeak > state.peak ? state.lastPeak : state.peak
        state.lastPeak = state.peak
        state.peak = 0
        state.slope = (Self.gain(peak: peak, level: level) - state.gain) * (1 / Float(state.size))
        state.span = oldest
        state.spans = state.spans < 2 ? state.spans &+ 1 : 2
      }
      frame &+= 1
    }
    lookAhead = state
  }
}
