import Control
import OSC
import RealTime
import Render

/// Files into buffers, and buffers back to the system.
extension StemServer {
  func stem(_ id: Int) -> Stem? { stems[id] }

  /// Begins to read a file; `request` is answered when all of it is in memory.
  func load(_ path: String, name: String, into id: Int, _ request: StemRequest) {
    let stem = stems[id] ?? Stem(id: id, deck: Deck.of(stem: id, decks: mixer.decks.count), name: name)
    if stems[id] == nil { stem.pitch.isLocked = keyLockedDecks[stem.deck.rawValue] }
    stems[id] = stem
    if let earlier = stem.load { abandon(earlier, of: stem, because: "replaced by a later /load_buffer") }
    let load = StemLoad(stemID: id, path: path, name: name, request: request)
    stem.load = load
    dropped[id] = nil
    notify(.stemState, [.integer(id), "loading", .string(name), .string(stem.deck.letter)])
    loader.open(load)
    if loader.mode == .inline { takeLoads() }
  }

  /// Takes what the readers have to tell.
  func takeLoads() {
    var steps = loader.takeSteps()
    while !steps.isEmpty {
      for (load, step) in steps {
        guard let stem = stems[load.stemID], stem.load === load else {
          load.place = nil
          continue
        }
        switch step {
        case .opened(let file): open(load, of: stem, file)
        case .finished(let loudness): finish(load, of: stem, loudness)
        case .failed(let reason): fail(load, of: stem, reason)
        }
      }
      // A reader in line has more to tell by now.
      steps = loader.mode == .inline ? loader.takeSteps() : []
    }
  }

  /// Finds room for a file, and has it read.
  private func open(_ load: StemLoad, of stem: Stem, _ file: StemFile) {
    do throws(StemFailure) {
      let buffer = try makeBuffer(for: file)
      buffer.awaitsLoudness = policy.loudness != nil
      load.buffer = buffer
      var changes = Changes()
      changes.setBuffer(buffer.number, to: buffer.memory.buffer)
      engine.commit(changes)
      if let stream = buffer.stream {
        tend(stream)
        let head = 0..<min(StemBuffer.headChunks, stream.file.chunkCount)
        loader.begin(stream.file, chunks: head, measures: buffer.awaitsLoudness, for: load)
      } else {
        loader.fill(buffer.memory, from: file, for: load)
      }
    } catch {
      load.place = nil
      fail(load, of: stem, error.reason)
    }
  }

  private func finish(_ load: StemLoad, of stem: Stem, _ loudness: Double?) {
    guard let buffer = load.buffer else { return }
    stem.load = nil
    if let path = stem.buffer?.path, path != load.path { stem.forgetMusic() }
    if let old = stem.buffer { release(old, of: stem, because: "replaced by a later /load_buffer") }
    stem.buffer = buffer
    stem.name = load.name
    use(buffer)
    normalise(buffer, loudness)
    if load.silencedSamples > 0 { tellSilenced(load.silencedSamples, of: "\(load.path)") }
    notify(.stemState, stemState(stem, "loaded"))
    let memory = buffer.memory
    var reply: [OSCArgument] = [
      .integer(stem.id), .integer(memory.frames), .integer(memory.channels), .float32(Float(memory.sampleRate)),
      .float32(Float(buffer.megabytes)),
    ]
    if let loudness { reply.append(.float32(Float(loudness))) }
    load.request.done(reply, "\(load.name), \(Self.describe(buffer)), from \(load.path)")
  }

  private static func describe(_ buffer: StemBuffer) -> String {
    let memory = buffer.memory
    var text =
      "\(memory.frames) frames, \(memory.channels == 1 ? "mono" : "stereo"), \(Int(memory.sampleRate)) Hz, \(tenths(buffer.megabytes)) MB"
    if buffer.stream != nil { text += ", streamed" }
    if let loudness = buffer.loudness { text += ", \(tenths(loudness)) LUFS" }
    if memory.gain != 1 { text += ", sounds at \(tenths(buffer.gainDecibels)) dB" }
    return text
  }

  static func tenths(_ value: Double) -> Double { (value * 10).rounded() / 10 }

  private func fail(_ load: StemLoad, of stem: Stem, _ reason: String) {
    stem.load = nil
    load.request.fail(StemFailure(reason, stem: stem.id))
    notify(.stemState, stemState(stem, "failed"))
    let consequence = "its file could not be loaded: \(reason)"
    dropStart(of: stem, because: consequence)
    if let buffer = load.buffer { release(buffer, of: stem, because: consequence) }
    forgetIfEmpty(stem)
  }

  private func abandon(_ load: StemLoad, of stem: Stem, because reason: String) {
    load.cancel()
    stem.load = nil
    load.request.fail(StemFailure(reason, stem: stem.id))
    if let buffer = load.buffer { release(buffer, of: stem, because: reason) }
  }

  func dropStart(of stem: Stem, because reason: String) {
    guard let pending = stem.pendingStart else { return }
    stem.pendingStart = nil
    pending.group?.starts.removeAll { $0 === pending }
    giveBackSeat(of: pending)
    pending.request.fail(StemFailure(reason, stem: stem.id))
  }

  func dropSeek(of stem: Stem, because reason: String) {
    guard let (pending, group) = stem.pendingSeek else { return }
    stem.pendingSeek = nil
    group.seeks.removeAll { $0 === pending }
    pending.request.fail(StemFailure(reason, stem: stem.id))
  }

  /// Lets a buffer go: what plays from it fades out, then its memory is given back.
  func release(_ buffer: StemBuffer, of stem: Stem, because reason: String) {
    buffer.isReleased = true
    for voice in stem.voices where voice.buffer === buffer { end(voice, of: stem, because: reason) }
    if buffer.users == 0 {
      dispose(buffer)
    } else {
      released.append(buffer)
    }
  }

  /// Gives a buffer's memory back, once the audio thread has let go of it.
  func dispose(_ buffer: StemBuffer) {
    released.removeAll { $0 === buffer }
    var changes = Changes()
    changes.setBuffer(buffer.number, to: .empty)
    engine.commit(changes) { [weak self] _ in
      self?.numbers.give(buffer.number)
      withExtendedLifetime(buffer) {}
    }
  }

  /// Frees what an id holds; true when there was something.
  @discardableResult
  func free(_ stem: Stem, because reason: String) -> Bool {
    let held = stem.buffer != nil || stem.load != nil
    cuedStems.remove(stem.id)
    dropStart(of: stem, because: reason)
    if let load = stem.load { abandon(load, of: stem, because: reason) }
    if let buffer = stem.buffer {
      stem.buffer = nil
      release(buffer, of: stem, because: reason)
    }
    if held { notify(.stemState, stemState(stem, "freed")) }
    forgetIfEmpty(stem)
    return held
  }

  func forgetIfEmpty(_ stem: Stem) {
    guard stem.isEmpty, stems[stem.id] === stem else { return }
    stems[stem.id] = nil
    forgetStrip(of: stem.id)
  }

  // MARK: - Sync

  /// Answers `/sync` once everything that was being read when it came has been answered.
  func answerSyncs() {
    guard !syncs.isEmpty else { return }
    let running = Set(stems.values.compactMap { $0.load.map { ObjectIdentifier($0) } })
    syncs.removeAll { sync in
      guard sync.loads.isDisjoint(with: running) else { return false }
      sync.request.reply(OSCMessage("/synced", sync.identifier))
      return true
    }
  }
}
