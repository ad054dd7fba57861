import Control
import Foundation
import Logging
import OSC
import RealTime
import Render
import SoundFiles

/// Room for buffers: how much there is, who gets it, and who gives it.
extension StemServer {
  /// All buffers, those that are being read and those that still fade too.
  var buffers: [StemBuffer] {
    stems.values.flatMap { [$0.buffer, $0.load?.buffer].compactMap(\.self) } + released
  }

  /// Megabytes of all buffers.
  var memoryMegabytes: Double { buffers.reduce(0) { $0 + $1.megabytes } }

  /// Why an id cannot be played.
  func nothing(in id: Int) -> StemFailure {
    if let path = dropped[id] {
      return StemFailure("buffer \(id) was dropped to make room for \(path): load it again", stem: id)
    }
    return StemFailure("buffer \(id) holds nothing: load a file into it first (/load_buffer)", stem: id)
  }

  /// Notes that a buffer was used just now.
  func use(_ buffer: StemBuffer) {
    uses += 1
    buffer.lastUse = uses
  }

  /// Memory and a number for a file, streamed or whole.
  func makeBuffer(for file: StemFile) throws(StemFailure) -> StemBuffer {
    let isStreamed = file.seconds > policy.streamedAboveSeconds && file.canBeStreamed
    let whole = SampleMemory.bytes(frames: file.frames, channels: file.channels, encoding: file.encoding)
    let window = StreamPlan.usualChunks * SampleWindow.chunkFrames * file.channels * file.encoding.bytes
    try makeRoom(for: isStreamed ? min(whole, window) : whole, path: file.path)
    guard let number = numbers.take() else {
      throw StemFailure(
        "all \(engine.memory.configuration.buffers / 2) buffer numbers are in use: free some first")
    }
    if isStreamed, let streamed = StreamedFile(file, fetches: loader.mode == .inline) {
      let stream = StemStream(streamed, inBackground: loader.mode == .background, wake: loader.wake)
      return StemBuffer(
        number: number, memory: streamed.memory, path: file.path, format: file.format, stream: stream)
    }
    guard
      let memory = SampleMemory(
        frames: file.frames, channels: file.channels, sampleRate: file.sampleRate, encoding: file.encoding)
    else {
      numbers.give(number)
      throw StemFailure(
        "the system has no memory for it: \(file.path) needs \(Self.megabytes(whole)); free some first")
    }
    if file.seconds > policy.streamedAboveSeconds {
      log.notice("\(file.path) is held in memory whole: \(file.format) can only be read from its beginning")
    }
    return StemBuffer(number: number, memory: memory, path: file.path, format: file.format)
  }

  static func megabytes(_ bytes: Int) -> String { "\(tenths(Double(bytes) / 1_048_576)) MB" }

  // MARK: - Limit

  /// Makes room within the limit, where it may; or says how much is needed, and what could be freed.
  private func makeRoom(for bytes: Int, path: String) throws(StemFailure) {
    guard let megabytes = policy.limitMegabytes else { return }
    let limit = Int(min(megabytes, 1e12) * 1_048_576)
    let used = buffers.reduce(0) { $0 + $1.reckonedBytes }
    guard used + bytes > limit else { return }
    let needs = "\(path) needs \(Self.megabytes(bytes))"
    guard bytes <= limit else {
      throw StemFailure(
        "\(needs), more than all of the \(Self.megabytes(limit)) that --memory-limit allows: raise it, or stream such a"
          + " file (--stream-above)")
    }
    let idle = idleStems()
    let missing = used + bytes - limit
    let freeable = idle.reduce(0) { $0 + ($1.buffer?.reckonedBytes ?? 0) }
    guard policy.evicts, freeable >= missing else {
      throw StemFailure(
        "\(needs), and \(Self.megabytes(used)) of the \(Self.megabytes(limit)) that --memory-limit allows are in use: "
          + Self.advice(idle, missing: missing, evicts: policy.evicts))
    }
    var freed = 0
    for stem in idle where freed < missing {
      guard let buffer = stem.buffer else { continue }
      freed += buffer.reckonedBytes
      evict(stem, buffer, for: path)
    }
  }

  /// Stems whose buffers nothing plays or waits for, also not at a later time: those used least recently first.
  private func idleStems() -> [Stem] {
    stems.values.filter { isIdle($0) && !byFrame.mentions(stem: $0.id) && !byHostTime.mentions(stem: $0.id) }
      .sorted { ($0.buffer?.lastUse ?? 0) < ($1.buffer?.lastUse ?? 0) }
  }

  /// Whether nothing plays a stem, waits for it, or stands ready to play it.
  func isIdle(_ stem: Stem) -> Bool { stem.isIdle && !cuedStems.contains(stem.id) }

  private static func advice(_ idle: [Stem], missing: Int, evicts: Bool) -> String {
    guard !idle.isEmpty else {
      return "everything that is loaded plays or is about to; \(megabytes(missing)) are missing"
    }
    let shown = idle.prefix(12).map { "\($0.id) (\(megabytes($0.buffer?.reckonedBytes ?? 0)))" }
    let list = shown.joined(separator: ", ") + (idle.count > shown.count ? " and \(idle.count - shown.count) more" : "")
    let how =
      evicts
      ? "even without all that nothing plays it does not fit" : "free \(megabytes(missing)) first (/free_buffer)"
    return "\(how); nothing plays \(list), the least recently used first"
  }

  private func evict(_ stem: Stem, _ buffer: StemBuffer, for path: String) {
    let reason = "dropped to make room for \(path)"
    log.notice("buffer \(stem.id): \(stem.name), \(Self.megabytes(buffer.bytes)), \(reason)")
    dropped[stem.id] = path
    notify(.stemState, stemState(stem, "dropped"))
    free(stem, because: reason)
  }

  // MARK: - Streams

  /// Has the chunks of streamed files come and go.
  func tendStreams() {
    for buffer in buffers {
      guard let stream = buffer.stream else { continue }
      tend(stream)
      if let fault = stream.file.takeFault() { log.warning("\(fault): where it is broken it is silent") }
      let silenced = stream.file.takeSilenced()
      if silenced > 0 { tellSilenced(silenced, of: buffer.path) }
    }
  }

  /// Does what waited for audio that is there now.
  func takeArrivals() {
    guard !arrivals.isEmpty else { return }
    let waiting = arrivals
    arrivals = []
    for arrival in waiting {
      if arrival.isReady { arrival.body() } else { arrivals.append(arrival) }
    }
  }

  /// Calls `body` in a later poll, once a voice may jump to a frame of a buffer and play on from there.
  func whenPlayable(_ buffer: StemBuffer, from frame: Double, rate: Double, _ body: @escaping () -> Void) {
    arrivals.append(StreamArrival(buffer: buffer, frame: frame, rate: rate, body: body))
  }

  func tend(_ stream: StemStream) {
    stream.tend(position: { [engine] in engine.position }, sampleRate: engine.sampleRate)
  }

  // MARK: - Loudness

  /// Takes a buffer's loudness, and brings it to that of all.
  func normalise(_ buffer: StemBuffer, _ loudness: Double?) {
    buffer.loudness = loudness
    guard buffer.awaitsLoudness else { return }
    buffer.awaitsLoudness = false
    guard let target = policy.loudness, let loudness else { return }
    buffer.memory.gain = Float(pow(10, min(target - loudness, BufferPolicy.highestGain) / 20))
    var changes = Changes()
    changes.setBuffer(buffer.number, to: buffer.memory.buffer)
    engine.commit(changes)
  }

  /// Answers those who asked how loud a file is.
  func takeLoudness() {
    for query in loader.takeAnswers() {
      switch query.outcome {
      case .success(let loudness):
        query.buffer.loudness = loudness
        StemLoudness.answer(query.request, stem: query.stemID, query.buffer)
      case .failure(let error): query.request.fail(StemFailure(error.description, stem: query.stemID))
      case nil: break
      }
    }
  }
}
