import RealTime

/// The bus within a synth that LocalOut writes and LocalIn reads: blocks at audio rate, one value a channel at control
/// rate.
struct LocalBus {
  let samples: UnsafeMutablePointer<Float>
  private let writes: UnsafeMutablePointer<Int64>
  let channels: Int
  private let frames: Int
  private let block: Int64

  /// The synth's bus of this rate; nil where there is none.
  @inline(__always)
  init?(_ context: UnsafePointer<RenderContext>, isAudio: Bool) {
    let synth = context.pointee.synth
    guard let memory = isAudio ? synth.pointee.localAudio : synth.pointee.localControl else { return nil }
    channels = Int(isAudio ? synth.pointee.localAudioChannels : synth.pointee.localControlChannels)
    frames = isAudio ? RenderContext.blockFrames : 1
    block = context.pointee.block
    // The numbers of the blocks in which each channel was last written stand before the samples.
    samples = memory
    writes = UnsafeMutableRawPointer(memory - 2 &* channels).assumingMemoryBound(to: Int64.self)
  }

  /// Gives the synth a bus; false where it has one already, or no memory is left.
  @inline(__always)
  static func make(_ context: UnsafePointer<RenderContext>, isAudio: Bool, channels: Int) -> Bool {
    let synth = context.pointee.synth
    guard channels > 0, (isAudio ? synth.pointee.localAudio : synth.pointee.localControl) == nil else { return false }
    let frames = isAudio ? RenderContext.blockFrames : 1
    guard let memory = context.pointee.allocate(floats: channels * (frames + 2)) else { return false }
    let writes = UnsafeMutableRawPointer(memory).assumingMemoryBound(to: Int64.self)
    var channel = 0
    while channel < channels {
      writes[channel] = -2
      channel += 1
    }
    if isAudio {
      synth.pointee.localAudio = memory + 2 * channels
      synth.pointee.localAudioChannels = Int32(channels)
    } else {
      synth.pointee.localControl = memory + 2 * channels
      synth.pointee.localControlChannels = Int32(channels)
    }
    return true
  }

  @inline(__always)
  func memory(_ channel: Int) -> UnsafeMutablePointer<Float> { samples + channel &* frames }

  /// Where a unit writes that renders so many frames: to the end of the block.
  @inline(__always)
  private func end(_ channel: Int, _ count: Int) -> UnsafeMutablePointer<Float> {
    memory(channel) + max(0, frames &- count)
  }

  /// Whether a channel was written in this block or in the last one.
  @inline(__always)
  func isRecent(_ channel: Int) -> Bool { writes[channel] >= block &- 1 }

  /// Adds to a channel; who comes first in a block replaces what it held.
  @inline(__always)
  func add(_ signal: UnsafeMutablePointer<Float>, to channel: Int, _ frames: Int) {
    if writes[channel] == block {
      AudioBus.add(signal, to: end(channel, frames), frames)
    } else {
      AudioBus.copy(signal, to: end(channel, frames), frames)
      writes[channel] = block
    }
  }
}
