import Control
import SoundFiles

/// Reads a file as stems want it: mono stays mono, more than two channels are folded down to two.
///
/// The rule: left and right alternate from the first channel on. A centre (the third channel, unless there are just four)
/// goes to both sides at −3 dB, a low-frequency channel (the fourth of six or more) is left out. Each side is divided by
/// the sum of its weights, so that nothing clips that did not.
enum StemFile {
  /// Frames read at a time.
  static let chunkFrames = 16_384

  /// - Thread: any but the audio thread and control's.
  static func read(
    _ path: String, isCancelled: () -> Bool, step: (StemLoadStep) -> Void
  ) {
    do throws(SoundFileError) {
      let file = try SoundFileReader(path: path)
      let channels = min(2, file.info.channels)
      guard file.info.frames > 0 else {
        step(.failed("no audio in it: \(path) holds 0 frames"))
        return
      }
      guard
        let frames = Int(exactly: file.info.frames),
        let memory = SampleMemory(frames: frames, channels: channels, sampleRate: file.info.sampleRate)
      else {
        step(
          .failed("too long to hold in memory: \(path) is \(file.info.frames) frames of \(file.info.channels) channels")
        )
        return
      }
      step(.opened(memory))
      try fill(memory, from: file, isCancelled)
      if isCancelled() {
        step(.failed("cancelled"))
      } else {
        step(.finished(memory))
      }
    } catch {
      step(.failed(error.description))
    }
  }

  private static func fill(
    _ memory: SampleMemory, from file: SoundFileReader, _ isCancelled: () -> Bool
  ) throws(SoundFileError) {
    let channels = file.info.channels
    let fold = channels > 2 ? FoldDown(channels: channels) : nil
    let scratch = fold.map { _ in UnsafeMutablePointer<Float>.allocate(capacity: chunkFrames * channels) }
    defer { scratch?.deallocate() }
    var frame = 0
    while frame < memory.frames && !isCancelled() {
      let target = memory.samples + frame * memory.channels
      let wanted = min(chunkFrames, memory.frames - frame)
      let count = try file.read(into: scratch ?? target, frames: wanted)
      guard count > 0 else { break }
      if let fold, let scratch { fold.apply(scratch, to: target, frames: count) }
      frame += count
      memory.publish(frames: frame)
    }
    guard frame == memory.frames || isCancelled() else {
      throw SoundFileError(
        .truncated, path: file.path,
        "truncated: \(file.path) holds \(frame) of the \(memory.frames) frames that it promises")
    }
  }
}
