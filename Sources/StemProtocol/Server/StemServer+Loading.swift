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
    stems[id] = stem
    if let earlier = stem.load { abandon(earlier, of: stem, because: "replaced by a later /load_buffer") }
    let load = StemLoad(stemID: id, path: path, name: name, request: request)
    stem.load = load
    notify(.stemState, [.integer(id), "loading", .string(name), .string(stem.deck.letter)])
    loader.start(load)
    if loader.mode == .inline { takeLoads() }
  }

  /// Takes what the readers have to tell.
  func takeLoads() {
    for (load, step) in loader.takeSteps() {
      guard let stem = stems[load.stemID], stem.load === load else { continue }
      switch step {
      case .opened(let memory): open(load, of: stem, memory)
      case .finished: finish(load, of: stem)
      case .failed(let reason): fail(load, of: stem, reason)
      }
    }
  }

  private func open(_ load: StemLoad, of stem: Stem, _ memory: SampleMemory) {
    guard let number = numbers.take() else {
      fail(load, of: stem, "all \(engine.memory.configuration.buffers / 2) buffer numbers are in use: free some first")
      return
    }
    let buffer = StemBuffer(number: number, memory: memory, path: load.path)
    load.buffer = buffer
    var changes = Changes()
    changes.setBuffer(number, to: memory.buffer)
    engine.commit(changes)
  }

  private func finish(_ load: StemLoad, of stem: Stem) {
    guard let buffer = load.buffer else { return }
    stem.load = nil
    if let path = stem.buffer?.path, path != load.path { stem.forgetMusic() }
    if let old = stem.buffer { release(old, of: stem, because: "replaced by a later /load_buffer") }
    stem.buffer = buffer
    stem.name = load.name
    notify(.stemState, stemState(stem, "loaded"))
    let memory = buffer.memory
    let id = stem.id
    let megabytes = (memory.megabytes * 10).rounded() / 10
    load.request.done(
      [
        .integer(id), .integer(memory.frames), .integer(memory.channels), .float32(Float(memory.sampleRate)),
        .float32(Float(memory.megabytes)),
      ],
      "\(load.name), \(memory.frames) frames, \(memory.channels == 1 ? "mono" : "stereo"), \(Int(memory.sampleRate)) Hz, \(megabytes) MB, from \(load.path)"
    )
  }

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
    pending.group.starts.removeAll { $0 === pending }
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
      withExtendedLifetime(buffer.memory) {}
    }
  }

  /// Frees what an id holds; true when there was something.
  @discardableResult
  func free(_ stem: Stem, because reason: String) -> Bool {
    let held = stem.buffer != nil || stem.load != nil
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
    if stem.isEmpty, stems[stem.id] === stem { stems[stem.id] = nil }
  }

  /// Megabytes of all buffers, those that still fade too.
  var memoryMegabytes: Double {
    let held = stems.values.reduce(0) {
      $0 + ($1.buffer?.memory.megabytes ?? 0) + ($1.load?.buffer?.memory.megabytes ?? 0)
    }
    return released.reduce(held) { $0 + $1.memory.megabytes }
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
