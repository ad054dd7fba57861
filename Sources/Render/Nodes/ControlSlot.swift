import RealTime

/// A control of a synth: one value, or at audio rate a block of them, so that a change takes hold at its very frame.
@frozen
public struct ControlSlot: BitwiseCopyable {
  public var values: UnsafeMutablePointer<Float>
  public var isAudioRate: Bool
  /// Whether the block holds more than one value.
  var isStepped = false

  public init(values: UnsafeMutablePointer<Float>, isAudioRate: Bool) {
    self.values = values
    self.isAudioRate = isAudioRate
  }

  mutating func set(_ value: Float, fromFrame frame: Int) {
    guard isAudioRate else {
      values.pointee = value
      return
    }
    var at = frame
    while at < RenderContext.blockFrames {
      values[at] = value
      at &+= 1
    }
    if frame > 0 { isStepped = true }
  }

  /// After the block: what was last set holds for all of the next.
  mutating func settle() {
    guard isStepped else { return }
    isStepped = false
    let value = values[RenderContext.blockFrames - 1]
    var at = 0
    while at < RenderContext.blockFrames {
      values[at] = value
      at &+= 1
    }
  }
}
