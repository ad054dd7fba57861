import Loudness
import RealTime
import SoundFiles

/// A sound file as stems read it: mono stays mono, more than two channels are folded down to two, and samples of 16 bits
/// and less stay integers.
///
/// The rule: left and right alternate from the first channel on. A centre (the third channel, unless there are just four)
/// goes to both sides at −3 dB, a low-frequency channel (the fourth of six or more) is left out. Each side is divided by
/// the sum of its weights, so that nothing clips that did not.
///
/// - Thread: any but the audio thread and control's, one at a time.
final class StemFile: @unchecked Sendable {
  // Unchecked: its owner reads from one thread at a time.

  /// Frames read at a time.
  static let chunkFrames = SampleWindow.chunkFrames

  let path: String
  let frames: Int
  let channels: Int
  /// In hertz.
  let sampleRate: Double
  let encoding: SampleEncoding
  private let reader: SoundFileReader
  private let fold: FoldDown?
  private let scratch: UnsafeMutablePointer<Float>?

  init(_ path: String) throws(SoundFileError) {
    reader = try SoundFileReader(path: path)
    let info = reader.info
    guard info.frames > 0 else {
      throw SoundFileError(.notAudio, path: path, "no audio in it: \(path) holds 0 frames")
    }
    guard let frames = Int(exactly: info.frames), frames <= 1 << 30 else {
      throw SoundFileError(
        .unsupported, path: path, "too long: \(path) has \(info.frames) frames, of which stems reach 1073741824")
    }
    self.path = path
    self.frames = frames
    channels = min(2, info.channels)
    sampleRate = info.sampleRate
    fold = info.channels > 2 ? FoldDown(channels: info.channels) : nil
    scratch = fold.map { _ in .allocate(capacity: Self.chunkFrames * info.channels) }
    encoding = info.fitsSixteenBits && fold == nil ? .int16 : .float32
  }

  deinit { scratch?.deallocate() }

  var seconds: Double { Double(frames) / sampleRate }

  /// Whether a streamed stem could go anywhere in it in time. Not in Ogg Vorbis, which has to be read from its beginning.
  var canBeStreamed: Bool { reader.info.seeksQuickly }

  /// For people: `WAV 24-bit PCM`.
  var format: String { reader.info.format }

  /// Reads `count` frames from `frame` on, as `encoding` says.
  ///
  /// - Throws: where the file breaks or ends too soon.
  func read(from frame: Int, count: Int, into target: UnsafeMutableRawPointer) throws(SoundFileError) {
    try reader.seek(toFrame: Int64(frame))
    var done = 0
    while done < count {
      let step = min(Self.chunkFrames, count - done)
      let got = try read(step, into: target + done * channels * encoding.bytes)
      guard got > 0 else {
        throw SoundFileError(
          .truncated, path: path,
          "truncated: \(path) holds \(frame + done) of the \(frames) frames that it promises")
      }
      done += got
    }
  }

  private func read(_ count: Int, into target: UnsafeMutableRawPointer) throws(SoundFileError) -> Int {
    guard encoding == .float32 else {
      return try reader.read(into: target.assumingMemoryBound(to: Int16.self), frames: count)
    }
    let floats = target.assumingMemoryBound(to: Float.self)
    guard let fold, let scratch else { return try reader.read(into: floats, frames: count) }
    let got = try reader.read(into: scratch, frames: count)
    fold.apply(scratch, to: floats, frames: got)
    return got
  }

  /// Samples read so far that were no finite number, and were read as silence.
  var silencedSamples: Int { reader.silencedSamples }

  /// Reads all of it, chunk after chunk, and measures on the way how loud it is.
  ///
  /// - Parameters:
  ///   - target: where to read so many frames from that frame on.
  ///   - arrived: called when frames have been read, with how many there are now.
  /// - Returns: in LUFS; nil when it is too short or too quiet to tell, or was cancelled.
  func readAll(
    isCancelled: () -> Bool, target: (_ frame: Int) -> UnsafeMutableRawPointer,
    arrived: (_ frames: Int) -> Void = { _ in }
  ) throws(SoundFileError) -> Double? {
    let meter = LoudnessMeter(channels: channels, sampleRate: sampleRate)
    var frame = 0
    while frame < frames {
      if isCancelled() { return nil }
      let count = min(Self.chunkFrames, frames - frame)
      let samples = target(frame)
      try read(from: frame, count: count, into: samples)
      frame += count
      arrived(frame)
      if encoding == .int16 {
        meter?.add(samples.assumingMemoryBound(to: Int16.self), frames: count)
      } else {
        meter?.add(samples.assumingMemoryBound(to: Float.self), frames: count)
      }
    }
    return meter?.integrated
  }

  /// How loud a file is, in LUFS; nil when it is too short or too quiet to tell.
  static func loudness(of path: String, isCancelled: () -> Bool) throws(SoundFileError) -> Double? {
    let file = try StemFile(path)
    let chunk = UnsafeMutableRawPointer.allocate(
      byteCount: chunkFrames * file.channels * file.encoding.bytes, alignment: 64)
    defer { chunk.deallocate() }
    return try file.readAll(isCancelled: isCancelled, target: { _ in chunk })
  }
}
