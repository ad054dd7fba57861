import RealTime

/// When a unit asks for its next value: after times that it asks for, too, or when it is to begin anew.
struct DutyClock: BitwiseCopyable {
  private let valuesPerSecond: Double
  private let hasAudioReset: Bool
  /// Frames until the next value; no number when there is none any more.
  private var frames: Float = 0
  /// The last value of the reset signal; frames until the next reset, when it is a time.
  private var reset: Float = 0
  /// Whether the reset is a time on demand.
  private var isTimed = false

  private static let duration = 0
  private static let resetting = 1
  private static let level = 3

  init(_ preparation: UnitPreparation) {
    valuesPerSecond = preparation.valuesPerSecond
    hasAudioReset =
      preparation.rate == .audio && preparation.inputRates.count > 1 && preparation.inputRates[1] == .audio
  }

  @inline(__always)
  mutating func startReset(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    isTimed = wires.isDemand(Self.resetting)
    if isTimed { reset = Float(Double(wires.demand(Self.resetting, context, at: 1)) * valuesPerSecond) }
  }

  /// Asks for the first time.
  @inline(__always)
  mutating func startDuration(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    frames = Float(Double(wires.demand(Self.duration, context, at: 1)) * valuesPerSecond)
  }

  /// Goes on from a frame; tells how many frames from there on have no event, and whether the last one of them, which is
  /// then the only one, wants a value.
  @inline(__always)
  mutating func advance(
    _ context: UnsafePointer<RenderContext>, _ wires: Wires, at frame: Int, of count: Int
  ) -> (length: Int, wantsValue: Bool) {
    let wasQuiet = takeReset(context, wires, frame)
    if frames <= 0 {
      frames = wires.demand(Self.duration, context, at: frame + 1) * Float(valuesPerSecond) + frames
      if frames != frames { finish(context, wires) }
      frames -= 1
      return (1, true)
    }
    var length = 1
    if wasQuiet {
      // Neither a reset nor a value before these are over.
      let free = frames < Float(count - frame) ? Int(frames) : count - frame
      length = free > 1 ? free : 1
    }
    frames -= Float(length)
    return (length, false)
  }

  /// False when a reset may come at the next frame.
  @inline(__always)
  private mutating func takeReset(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frame: Int) -> Bool {
    if isTimed {
      if reset <= 0 {
        restart(context, wires)
        reset = wires.demand(Self.resetting, context, at: frame + 1) * Float(valuesPerSecond) + reset
      } else {
        reset -= 1
      }
      return false
    }
    let newest = hasAudioReset ? wires[Self.resetting][frame] : wires[Self.resetting].pointee
    if newest > 0 && reset <= 0 { restart(context, wires) }
    reset = newest
    return !hasAudioReset
  }

  @inline(__always)
  private mutating func restart(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    wires.resetDemand(Self.level, context)
    wires.resetDemand(Self.duration, context)
    frames = 0
  }

  /// The next value; no number when there is none any more.
  @inline(__always)
  func value(_ context: UnsafePointer<RenderContext>, _ wires: Wires, at frame: Int) -> Float {
    wires.demand(Self.level, context, at: frame + 1)
  }

  @inline(__always)
  func finish(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    context.pointee.perform(doneAction: DoneAction.number(wires[2].pointee))
  }
}
