import RealTime

/// A unit that follows an extreme of a signal, which a trigger forgets after the frame at which it comes: at control rate
/// after its block.
protocol ExtremeUnitGenerator: UnitGenerator {
  var extreme: RunningExtreme { get set }

  static func value(_ signal: Float) -> Float
  static func pick(_ new: Float, _ old: Float) -> Float
  /// Whether a unit at control rate looks at all frames of a signal at audio rate.
  static var seesBlocks: Bool { get }
}

extension ExtremeUnitGenerator {
  static var seesBlocks: Bool { false }

  @inline(__always)
  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    extreme.level = wires[0].pointee
    wires[2].pointee = extreme.level
  }

  @inline(__always)
  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    var extreme = extreme
    let (signal, trigger) = (extreme.inputs.signal(wires, 0), extreme.inputs.signal(wires, 1))
    let isAudioTriggered = extreme.inputs.isAudio(1)
    let output = wires[2]
    if extreme.isControlRate && extreme.inputs.isAudio(0) && Self.seesBlocks {
      output.pointee = Self.look(&extreme, signal, trigger)
    } else {
      var frame = 0
      var value: Float = 0
      while frame < frames {
        value = Self.value(signal[frame])
        extreme.level = Self.pick(value, extreme.level)
        output[frame] = extreme.level
        if isAudioTriggered && extreme.rises(trigger[frame]) { extreme.level = value }
        frame &+= 1
      }
      if !isAudioTriggered && extreme.isTriggered && extreme.rises(trigger[0]) { extreme.level = value }
    }
    self.extreme = extreme
  }

  /// The extreme of a whole block; of several triggers in it the last one counts.
  @inline(__always)
  private static func look(_ extreme: inout RunningExtreme, _ signal: InputSignal, _ trigger: InputSignal) -> Float {
    let isAudioTriggered = extreme.inputs.isAudio(1)
    var (value, found): (Float, Float?) = (0, nil)
    var frame = 0
    while frame < RenderContext.blockFrames {
      value = Self.value(signal[frame])
      extreme.level = pick(value, extreme.level)
      if isAudioTriggered && extreme.rises(trigger[frame]) {
        found = extreme.level
        extreme.level = value
      }
      frame &+= 1
    }
    let result = found ?? extreme.level
    if !isAudioTriggered && extreme.isTriggered && extreme.rises(trigger[0]) { extreme.level = value }
    return result
  }
}
