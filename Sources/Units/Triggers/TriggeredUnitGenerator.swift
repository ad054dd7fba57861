import RealTime

/// A unit of frames that gives the same value from one trigger to the next, or for a while.
protocol TriggeredUnitGenerator: FrameUnitGenerator {
  /// Which of the first two inputs is the trigger.
  static var trigger: Int { get }
  /// Whether the second input is a trigger, too.
  static var hasReset: Bool { get }

  /// What the triggers were a frame ago.
  var last: Float { get set }
  var lastReset: Float { get set }
  /// What it gives until something happens.
  var held: Float { get }
  /// For how many frames that is, if no trigger comes.
  var quiet: Int { get }

  /// So many of those frames go by.
  mutating func pass(_ frames: Int)
}

extension TriggeredUnitGenerator {
  static var trigger: Int { 0 }
  static var hasReset: Bool { false }

  @inline(__always)
  var lastReset: Float {
    get { 0 }
    set {}
  }

  @inline(__always)
  var quiet: Int { Int.max }

  @inline(__always)
  mutating func pass(_ frames: Int) {}

  @inline(__always)
  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    var unit = self
    unit.prepare(wires)
    let output = wires[Self.inputCount]
    let first = inputs.signal(wires, 0)
    let second = Self.inputCount > 1 ? inputs.signal(wires, 1) : first
    if frames == 1 {
      output.pointee = unit.next(first[0], second[0])
      self = unit
      return
    }
    let trigger = Self.trigger == 0 ? first : second
    var rises = RisingEdges(trigger.values, inputs.isAudio(Self.trigger) ? frames : 1, last: unit.last).bits
    if Self.hasReset {
      rises |= RisingEdges(second.values, inputs.isAudio(1) ? frames : 1, last: unit.lastReset).bits
    }
    var frame = 0
    while frame < frames {
      let next = (rises &>> UInt64(truncatingIfNeeded: frame)).trailingZeroBitCount
      let waiting = min(min(next, frames &- frame), unit.quiet)
      if waiting > 0 {
        fill(exactly: output + frame, with: unit.held, waiting)
        unit.pass(waiting)
        frame &+= waiting
        unit.last = trigger[frame &- 1]
        unit.lastReset = second[frame &- 1]
      } else {
        output[frame] = unit.next(first[frame], second[frame])
        frame &+= 1
      }
    }
    self = unit
  }
}
