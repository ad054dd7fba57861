import Control
import Foundation
import RealTime

/// Audio that stems play from: its samples, its number in the engine's table, and who still uses it.
///
/// - Thread: confined to its server's.
final class StemBuffer {
  let number: Int
  let memory: SampleMemory
  let path: String
  /// For people: `WAV 24-bit PCM`.
  let format: String
  /// Of a streamed file.
  let stream: StemStream?
  /// In LUFS, as the file is; nil: not known, or too short or too quiet to tell.
  var loudness: Double?
  /// Whether the loudness has to be known before it may sound.
  var awaitsLoudness = false
  /// Voices that play from it.
  var users = 0
  /// The order in which buffers were last used: loaded, started or stopped.
  var lastUse = 0
  /// Whether the id that it belonged to has let it go: then it goes with its last user.
  var isReleased = false
  /// Keeps the beginning of a streamed file at hand.
  private var beginning: StreamClaim?

  /// Chunks of the beginning that are always at hand.
  static let headChunks = 4

  init(number: Int, memory: SampleMemory, path: String, format: String, stream: StemStream? = nil) {
    self.number = number
    self.memory = memory
    self.path = path
    self.format = format
    self.stream = stream
    if let stream { beginning = StreamClaim(0...min(Self.headChunks, stream.file.chunkCount) - 1, of: stream) }
  }

  var seconds: Double { Double(memory.frames) / memory.sampleRate }

  /// What it takes: of a streamed file what is in memory just now.
  var bytes: Int { stream?.residentBytes ?? memory.reservedBytes }

  var megabytes: Double { Double(bytes) / 1_048_576 }

  /// What it is reckoned with: a streamed file with as much as a voice will want of it.
  var reckonedBytes: Int { max(bytes, stream?.usualBytes ?? 0) }

  /// What the loudness normalisation adds, in decibels.
  var gainDecibels: Double { 20 * log10(Double(memory.gain)) }

  /// The frame nearest to a position.
  func frame(of position: StemPosition) -> Double {
    position.frame(ofFrames: memory.frames, sampleRate: memory.sampleRate)
  }

  /// The same, between two frames where it lies there.
  func exactFrame(of position: StemPosition) -> Double {
    position.exactFrame(ofFrames: memory.frames, sampleRate: memory.sampleRate)
  }

  /// The place in it nearest to one that may lie outside.
  func inside(_ frame: Double) -> Double { min(max(0, frame), Double(memory.frames)) }

  func seconds(ofFrame frame: Double) -> Double { frame / memory.sampleRate }

  /// Whether enough of it is in memory to begin there, or to jump there, within the next second and never catch up with
  /// the reader. To ask has what is missing of a streamed file brought: ask again later.
  func isPlayable(fromFrame start: Double, rate: Double) -> Bool {
    if awaitsLoudness { return false }
    if let stream { return stream.isReady(around: start, framesPerSecond: rate * memory.sampleRate) }
    if memory.isComplete { return true }
    guard rate > 0 else { return false }
    let headroom = 0.35 * memory.sampleRate * max(1, rate)
    return Double(memory.readyFrames) >= min(Double(memory.frames), start + headroom)
  }

  /// Keeps a place of a streamed file at hand, for jumps at any time. Nil when the file is not streamed.
  func claim(around frame: Double) -> StreamClaim? {
    stream.map { StreamClaim($0.chunks(around: frame, framesPerSecond: memory.sampleRate), of: $0) }
  }
}
