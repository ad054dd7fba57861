import Control
import RealTime
import SoundFiles

/// A buffer's memory and the file that is streamed through it.
///
/// - Thread: its work is done by the disk's worker.
struct DiskStream: Sendable {
  let memory: SampleMemory
  let file: PlainSoundFile

  /// Nil: the buffer has changed since, or the file has other channels.
  private func frames(of request: DiskRequest) -> Range<Int>? {
    let range = Int(request.firstFrame)..<Int(request.firstFrame) + max(0, Int(request.frames))
    let channels = Int(request.channels)
    guard range.lowerBound >= 0, range.upperBound <= memory.frames, channels == memory.channels,
      channels == file.channels
    else { return nil }
    return range
  }

  func write(_ request: DiskRequest) {
    guard let frames = frames(of: request), !frames.isEmpty else { return }
    file.write(memory.samples + frames.lowerBound * memory.channels, frames: frames.count)
  }

  /// Gives back at which frame of the buffer the file has ended; nil when it has not.
  func read(_ request: DiskRequest) -> Int? {
    guard let frames = frames(of: request) else { return nil }
    var next = frames.lowerBound
    var hasGoneAround = false
    while next < frames.upperBound {
      let count = file.read(into: memory.samples + next * memory.channels, frames: frames.upperBound - next)
      next += count
      if next == frames.upperBound { return nil }
      // A file in which nothing is has no beginning.
      if request.operation != .readAround || (hasGoneAround && count == 0) { break }
      file.seek(toFrame: 0)
      hasGoneAround = true
    }
    DiskStream.silence(memory, next..<frames.upperBound)
    return next
  }

  static func silence(_ memory: SampleMemory, _ frames: Range<Int>) {
    (memory.samples + frames.lowerBound * memory.channels).update(
      repeating: 0, count: frames.count * memory.channels)
  }
}
