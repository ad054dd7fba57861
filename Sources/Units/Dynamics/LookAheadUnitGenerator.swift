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
    guard let memory = state.memory else {
      clear(output, frames)
      return
    }
    var frame = 0
    while frame < frames {
      let oldest = state.span == 2 ? 0 : state.span &+ 1
      let count = min(frames &- frame, state.size &- state.place)
      let old = memory + (oldest &* state.size &+ state.place)
      let new = memory + (state.span &* state.size &+ state.place)
      let passes: Float = state.spans >= 2 ? 1 : 0
      var (gain, peak) = (state.gain, state.peak)
      let slope = state.slope
      let end = frame &+ count
      var place = 0
      while frame < end {
        let value = input[frame]
        let before = old[place]
        new[place] = value
        output[frame] = gain * passes * before
        gain += slope
        peak = value.magnitude > peak ? value.magnitude : peak
        place &+= 1
        frame &+= 1
      }
      (state.gain, state.peak) = (gain, peak)
      state.place &+= count
      if state.place == state.size {
        state.place = 0
        let peak = state.lastPeak > state.peak ? state.lastPeak : state.peak
        state.lastPeak = state.peak
        state.peak = 0
        state.slope = (Self.gain(peak: peak, level: level) - state.gain) * (1 / Float(state.size))
        state.span = oldest
        state.spans = state.spans < 2 ? state.spans &+ 1 : 2
      }
    }
    lookAhead = state
  }
}
