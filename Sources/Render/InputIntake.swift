import CRealTime
import RealTime

/// Brings what the device hears onto the input buses, block by block.
///
/// Where the device asks for whole blocks at a time it is heard at once; where it does not, a block later.
struct InputIntake: BitwiseCopyable {
  private let firstBus: Int
  private let channels: Int
  /// A block of each channel.
  private let kept: UnsafeMutablePointer<Float>
  private var isDelayed = false

  static func allocate(firstBus: Int, channels: Int) -> InputIntake {
    let floats = max(1, channels) * RenderContext.blockFrames
    let kept = UnsafeMutablePointer<Float>.allocate(capacity: floats)
    kept.initialize(repeating: 0, count: floats)
    return InputIntake(firstBus: firstBus, channels: channels, kept: kept)
  }

  private init(firstBus: Int, channels: Int, kept: UnsafeMutablePointer<Float>) {
    self.firstBus = firstBus
    self.channels = channels
    self.kept = kept
  }

  func deallocate() { kept.deallocate() }

  /// Fills the buses for the block that comes next.
  mutating func give(
    _ context: borrowing RenderContext, _ samples: UnsafePointer<UnsafePointer<Float>>, at offset: Int, left: Int
  ) {
    let frames = RenderContext.blockFrames
    if left < frames { isDelayed = true }
    var channel = 0
    while channel < channels {
      let bus = firstBus &+ channel
      let from = isDelayed ? UnsafePointer(kept + channel &* frames) : samples[channel] + offset
      syrinx_copy_bytes(context.audioBuses + bus &* frames, from, frames &* 4)
      context.busWrites[bus] = context.block &+ 1
      channel &+= 1
    }
  }

  /// Keeps frames of the device's for the next block.
  func keep(_ samples: UnsafePointer<UnsafePointer<Float>>, at offset: Int, count: Int, to place: Int) {
    guard isDelayed else { return }
    var channel = 0
    while channel < channels {
      syrinx_copy_bytes(
        kept + channel &* RenderContext.blockFrames + place, samples[channel] + offset, count &* 4)
      channel &+= 1
    }
  }
}
