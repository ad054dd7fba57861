import RealTime

/// A control of a synth: one value, or at audio rate a block of them, so that a change takes hold at its very frame.
@frozen
public struct ControlSlot: BitwiseCopyable {
  /// How a control takes what it is set to.
  @frozen
  public enum Behaviour: UInt8, BitwiseCopyable, Sendable {
    /// It keeps the value.
    case holds
    /// It keeps the value that it had in the synth's first block.
    case isFixed
    /// It is back at zero after one block.
    case triggers
  }

  /// What a control takes its value from.
  @frozen
  public enum Source: UInt8, BitwiseCopyable, Sendable {
    /// Itself: what it was set to.
    case own
    case controlBus
    case audioBus
  }

  public var values: UnsafeMutablePointer<Float>
  /// What it was last set to.
  public var setting: Float
  public var bus: Int32 = 0
  public var source = Source.own
  public var behaviour: Behaviour
  public var isAudioRate: Bool
  /// Whether the block holds more than one value.
  var isStepped = false
  /// Whether its audio bus was heard in the last block.
  var wasHeard = false
  /// Where a ramp along a control bus has come to.
  var rampValue: Float = 0

  public init(values: UnsafeMutablePointer<Float>, isAudioRate: Bool, behaviour: Behaviour = .holds) {
    self.values = values
    self.isAudioRate = isAudioRate
    self.behaviour = behaviour
    setting = values.pointee
  }

  mutating func set(_ value: Float, fromFrame frame: Int) {
    setting = value
    source = .own
    guard isAudioRate else {
      values.pointee = value
      return
    }
    fill(value, from: frame)
    if frame > 0 { isStepped = true }
  }

  /// After the block: what was last set holds for all of the next.
  mutating func settle() {
    guard isStepped else { return }
    isStepped = false
    fill(values[RenderContext.blockFrames - 1], from: 0)
  }

  private func fill(_ value: Float, from frame: Int) {
    var at = frame
    while at < RenderContext.blockFrames {
      values[at] = value
      at &+= 1
    }
  }

  /// Takes a block's values from the bus that it is mapped to.
  ///
  /// - Parameter isFirst: the synth has not run yet.
  mutating func fetch(_ context: borrowing RenderContext, isFirst: Bool) {
    let bus = Int(self.bus)
    switch source {
    case .own: return
    case .controlBus:
      guard isAudioRate else {
        values.pointee = context.controlBuses[bus]
        return
      }
      ramp(to: context.controlBuses[bus], isFirst: isFirst)
    case .audioBus:
      let samples = context.audioBuses + bus &* RenderContext.blockFrames
      guard isAudioRate else {
        values.pointee = samples.pointee
        return
      }
      copy(samples, age: context.block &- context.busWrites[bus])
    }
  }

  private mutating func ramp(to target: Float, isFirst: Bool) {
    let share = 1 / Float(RenderContext.blockFrames)
    if isFirst { rampValue += (target - rampValue) * share }
    let step = (target - rampValue) * share
    var at = 0
    while at < RenderContext.blockFrames {
      values[at] = rampValue
      rampValue += step
      at &+= 1
    }
  }

  /// - Parameter age: blocks since the bus was written: one of the last block is heard, unless that one was heard already.
  private mutating func copy(_ samples: UnsafeMutablePointer<Float>, age: Int64) {
    let isHeard = age == 0 || (age == 1 && !wasHeard)
    wasHeard = age == 0
    var at = 0
    while at < RenderContext.blockFrames {
      values[at] = isHeard ? samples[at] : 0
      at &+= 1
    }
  }
}
