import Control
import Dispatch
import RealTime

/// Keeps the chunks of one streamed file coming and going.
///
/// - Thread: confined to its server's, which calls `tend` with every poll; the reading is done on a queue of its own.
final class StemStream {
  let file: StreamedFile
  /// Chunks that are wanted whether a voice is near them or not.
  var claims: [ObjectIdentifier: ClosedRange<Int>] = [:]
  /// Chunks that somebody asked for who is about to begin there, and the engine's frame until which they are kept.
  private var asked: [ClosedRange<Int>: Int64] = [:]
  private var lastPosition: Int64 = 0
  private var lastRate = 44_100.0
  private let reader: DispatchQueue?
  private let wake: @Sendable () -> Void
  /// Hidden chunks whose memory is still there, with the engine's frame at which they were hidden.
  private var leaving: [Int: Int64] = [:]
  private(set) var isReading = false
  private let batches = StreamBatches()

  /// Chunks asked of the reader at a time: few, so that what becomes urgent need not wait for long.
  private static let batch = 4
  /// Frames after which a block that began before is over for certain.
  private static let graceFrames = Int64(8 * RenderContext.blockFrames)
  /// How long what was asked for waits for its voice.
  private static let keptSeconds = 2.0

  /// - Parameter reads: on a queue of its own; false: on the caller's thread.
  init(_ file: StreamedFile, inBackground reads: Bool, wake: @escaping @Sendable () -> Void) {
    self.file = file
    self.wake = wake
    reader = reads ? DispatchQueue(label: "syrinx.stream", qos: .userInitiated) : nil
  }

  /// Bytes of the chunks that are in memory.
  var residentBytes: Int { (file.there.count + leaving.count) * file.chunkBytes }

  /// What one voice needs, for the reckoning before there is one.
  var usualBytes: Int { min(StreamPlan.usualChunks, file.chunkCount) * file.chunkBytes }

  /// What a voice needs to begin at a place and go on at a speed in frames of the file a second.
  func chunks(around frame: Double, framesPerSecond: Double) -> ClosedRange<Int> {
    let ahead = min(max(abs(framesPerSecond) * 0.35, Double(SampleWindow.chunkFrames)), 64 * 16_384)
    let behind = 2048.0
    let low = frame - (framesPerSecond < 0 ? ahead : behind)
    let high = frame + (framesPerSecond < 0 ? behind : ahead)
    let last = file.memory.frames - 1
    func chunk(_ frame: Double) -> Int { min(max(0, Int(frame)), last) >> SampleWindow.chunkShift }
    return chunk(low)...chunk(high)
  }

  /// Whether a voice may begin around a place, at a speed in frames of the file a second. What is missing is brought, at
  /// once where there is no reader, and kept for the time that a voice may take to begin.
  func isReady(around frame: Double, framesPerSecond: Double) -> Bool {
    let chunks = chunks(around: frame, framesPerSecond: framesPerSecond)
    asked[chunks] = lastPosition + Int64(Self.keptSeconds * lastRate)
    if reader == nil { for chunk in chunks { file.bring(chunk) } }
    return chunks.allSatisfy { file.window.holds(chunk: $0) }
  }

  /// Brings what is wanted and drops what is not.
  ///
  /// - Parameters:
  ///   - position: tells the engine's frame at the time of the call.
  ///   - sampleRate: the engine's.
  func tend(position: () -> Int64, sampleRate: Double) {
    if batches.takeFinished() { isReading = false }
    (lastPosition, lastRate) = (position(), sampleRate)
    asked = asked.filter { $0.value > lastPosition }
    var plan = StreamPlan(frames: file.memory.frames, sampleRate: sampleRate)
    for chunks in claims.values { plan.add(chunks) }
    for chunks in asked.keys { plan.add(chunks) }
    for voice in file.window.voices(since: position() - Int64(sampleRate)) { plan.add(voice) }
    hide(except: plan.needs, at: position)
    bring(plan.inOrder)
    reclaim(at: position())
  }

  private func hide(except needs: [Int: Double], at position: () -> Int64) {
    // What is being read just now is not known yet: it is looked at when it is there.
    for chunk in file.there where needs[chunk] == nil {
      file.hide(chunk)
      leaving[chunk] = position()
    }
  }

  private func bring(_ wanted: [Int]) {
    for chunk in wanted where leaving.removeValue(forKey: chunk) != nil { file.show(chunk) }
    guard !isReading else { return }
    let missing = wanted.filter { !file.window.holds(chunk: $0) }
    guard !missing.isEmpty else { return }
    guard let reader else {
      for chunk in missing { file.bring(chunk) }
      return
    }
    isReading = true
    reader.async { [file, batches, wake, batch = missing.prefix(Self.batch)] in
      for chunk in batch { file.bring(chunk) }
      batches.finish()
      wake()
    }
  }

  private func reclaim(at position: Int64) {
    for (chunk, hidden) in leaving where reader == nil || position >= hidden + Self.graceFrames {
      leaving[chunk] = nil
      file.drop(chunk)
    }
  }
}
