import Control
import KeyLock
import Logging
import OSC
import RealTime
import Render

/// Stems that start, sound and stop.
extension StemServer {
  /// Puts a voice into the moment that takes over from the one that plays.
  func begin(_ pending: PendingStart, in moment: Moment) {
    let stem = pending.stem
    stem.pendingStart = nil
    guard let buffer = stem.load?.buffer ?? stem.buffer else {
      giveBackSeat(of: pending)
      pending.request.fail(StemFailure("buffer \(stem.id) holds nothing any more", stem: stem.id))
      return
    }
    let start = pending.start
    let memory = buffer.memory
    let position = start.frame(ofFrames: memory.frames, sampleRate: memory.sampleRate)
    let frame = frame(of: moment.time)
    let speed = Float(Double(start.rate) * beats.speed(at: frame))
    let voice = StemVoice(
      node: engine.makeNodeID(), buffer: buffer, rate: start.rate, volume: start.volume, loops: start.loops,
      position: position,
      playhead: Playhead(
        at: frame, position: position, speed: speed, loops: start.loops,
        sectionFrames: start.sectionSeconds.map { $0 * engine.sampleRate }, frames: memory.frames,
        sampleRate: memory.sampleRate, deviceRate: engine.sampleRate))
    moment.afterwards { applied in voice.playhead.begin(at: applied.frame) }
    if moment.time != .immediately {
      voice.beginning = StemVoice.Beginning(time: moment.time, request: pending.request)
      moment.afterwards { _ in voice.beginning = nil }
    }
    let (previous, next) = stem.insert(voice, at: moment.time)
    if let previous { fadeOut(previous, seconds: 0, in: moment) }
    if let time = next?.beginning?.time { moment.later(at: time, fadeOut(voice, seconds: 0)) }
    use(buffer)
    buffer.users += 1
    voice.seat = pending.seat
    if let seat = voice.seat { moment.changes.setBuffer(seat.number, to: seat.voice.port) }
    let controls = controlValues(stem, voice, start, position, speed)
    engine.addSynth(
      mixer.stem, id: voice.node, controls: controls, .tail, target: mixer.group(of: stem.deck), to: &moment.changes)
    watch(voice, of: stem)
    moment.tell(.stemState, stemState(stem, "started"))
    moment.answer(pending.request) { request in
      request.done([.integer(stem.id)], Self.describe(start, of: stem))
    }
  }

  private static func describe(_ start: StemStart, of stem: Stem) -> String {
    var text = "\(stem.name) plays on deck \(stem.deck.letter), rate \(start.rate), volume \(start.volume)"
    switch start.position {
    case .fraction(0), .seconds(0), .frames(0): break
    case .fraction(let fraction): text += ", from \(fraction)"
    case .seconds(let seconds): text += ", from \(seconds) s"
    case .frames(let frames): text += ", from frame \(frames)"
    }
    if let seconds = start.sectionSeconds { text += ", \(seconds) s" }
    return start.loops ? text + ", looped" : text
  }

  private func controlValues(
    _ stem: Stem, _ voice: StemVoice, _ start: StemStart, _ position: Double, _ speed: Float
  ) -> [Int: Float] {
    let length = start.sectionSeconds.map { ($0 * engine.sampleRate).rounded() } ?? 0
    var values: [String: Float] = [
      "buffer": Float(voice.buffer.number), "rate": speed, "level": start.volume, "loop": start.loops ? 1 : 0,
      "start": Float(position), "startFine": Float(position - Double(Float(position))),
      "length": Float(length), "lengthFine": Float(length - Double(Float(length))),
      "bus": Float(mixer.bus(of: stem.deck)), "tap": bus(of: .stem(stem.id)).map { Float($0) } ?? MixerBuses.nowhere,
      "quality": Float((stem.interpolation ?? interpolation).rawValue), "stretch": Float(voice.seat?.number ?? -1),
    ]
    if let fade = start.fadeIn {
      values["startLevel"] = fade.volume
      values["glide"] = Float(fade.seconds)
      values["curve"] = fade.constantPower ? 1 : 0
    }
    for (name, value) in mixer.stripControls(ofStem: stem.id) { values[name] = value }
    var controls: [Int: Float] = [:]
    for (name, value) in values {
      if let index = mixer.stem.index(ofControl: name) { controls[index] = value }
    }
    return controls
  }

  private func watch(_ voice: StemVoice, of stem: Stem) {
    engine.watch(
      voice.node,
      NodeWatcher(
        ended: { [weak self] in self?.ended(voice, of: stem) },
        meter: { voice.meter = $0 },
        position: { voice.position = Double($0) / 4_294_967_296 },
        starved: { [weak self] in
          self?.log.warning("\(Self.starvation(of: voice, stem))")
        },
        silenced: { [weak self] in self?.tellSilenced($0, of: "stem \(stem.id)") }))
  }

  private static func starvation(of voice: StemVoice, _ stem: Stem) -> String {
    voice.seat != nil && (voice.buffer.memory.isComplete || voice.buffer.stream != nil)
      ? "stem \(stem.id): key-lock does not keep up; its pitch follows its speed until it does"
      : "stem \(stem.id): plays faster than its file is read; it waits for the audio"
  }

  private func ended(_ voice: StemVoice, of stem: Stem) {
    let buffer = voice.buffer
    giveBackSeat(of: voice)
    buffer.users -= 1
    use(buffer)
    if buffer.isReleased && buffer.users == 0 { dispose(buffer) }
    stem.remove(voice)
    if let pending = stem.pendingSeek?.seek, pending.voice === voice {
      dropSeek(of: stem, because: "the stem ended before it")
    }
    if stem.voice == nil { notify(.stemState, stemState(stem, "stopped")) }
    forgetIfEmpty(stem)
    let bodies = voice.whenEnded
    voice.whenEnded = []
    for body in bodies { body() }
  }

  /// Ends a voice: 0 seconds is at that very frame, joined without a click.
  func fadeOut(_ voice: StemVoice, seconds: Double, in moment: Moment) {
    moment.changes.append(fadeOut(voice, seconds: seconds))
  }

  private func fadeOut(_ voice: StemVoice, seconds: Double) -> Changes {
    var changes = Changes()
    if let index = mixer.stem.index(ofControl: "gate") {
      changes.set(voice.node, control: index, to: Float(-1 - seconds))
    }
    return changes
  }

  /// Ends a voice with the usual fade, now; one that is still to begin never does.
  func end(_ voice: StemVoice, of stem: Stem, because reason: String) {
    guard let beginning = voice.beginning else {
      engine.commit(fadeOut(voice, seconds: StemVoice.fadeSeconds))
      return
    }
    beginning.request.fail(StemFailure(reason, stem: stem.id))
    stem.remove(voice)
    var changes = Changes()
    changes.free(voice.node)
    engine.commit(changes, at: beginning.time)
  }

  /// Ends every voice with the usual fade.
  func fadeOutAll(in moment: Moment) {
    for stem in stems.values {
      if let voice = stem.voice(at: moment.time) { fadeOut(voice, seconds: StemVoice.fadeSeconds, in: moment) }
    }
  }

  /// Takes a voice to a place of its file, at the moment, joined without a click.
  func jump(_ pending: PendingSeek, in moment: Moment) {
    let stem = pending.stem
    stem.pendingSeek = nil
    let frame = pending.frame
    jump(pending.voice, toFrame: frame, in: moment)
    let seconds = frame / pending.voice.buffer.memory.sampleRate
    moment.answer(pending.request) { $0.done([.integer(stem.id), .double(seconds)], "to \(seconds) s") }
  }

  func jump(_ voice: StemVoice, toFrame frame: Double, in moment: Moment) {
    voice.seeks += 1
    set("seekPosition", "seekFine", of: voice, to: frame, in: moment)
    set("seek", of: voice, to: Float(voice.seeks), in: moment)
    note(.seek(Int64(frame * Playhead.frame)), of: voice, in: moment)
  }

  /// Has a voice repeat a region of its file; with nothing between the ends what it repeated before.
  func loop(_ voice: StemVoice, from start: Double, to end: Double, in moment: Moment) {
    let isRegion = end > start
    set("loopStart", "loopStartFine", of: voice, to: isRegion ? start : 0, in: moment)
    set("loopEnd", "loopEndFine", of: voice, to: isRegion ? end : 0, in: moment)
    set("loop", of: voice, to: isRegion || voice.loops ? 1 : 0, in: moment)
    note(
      .loop(isRegion || voice.loops, Int64(start * Playhead.frame), Int64(end * Playhead.frame)), of: voice, in: moment)
  }

  /// Changes a stem's rate, of what plays and of what is to start.
  func setRate(_ rate: Float, of stem: Stem, in moment: Moment) {
    supersede(RampTarget("/stem_rate", [.integer(stem.id)]), in: moment)
    stem.rate = rate
    stem.pendingStart?.start.rate = rate
    guard let voice = stem.voice(at: moment.time) else { return }
    voice.rate = rate
    setSpeed(of: voice, by: beats.speed(at: frame(of: moment.time)), in: moment)
  }

  /// Keeps count of what a voice has been told.
  func note(_ change: Playhead.Change, of voice: StemVoice, in moment: Moment) {
    voice.playhead.settle(before: engine.position - lookaheadFrames)
    let name = voice.playhead.change(change, at: frame(of: moment.time))
    moment.onRecall { voice.playhead.remove(name) }
    if case .frame = moment.time { return }
    moment.afterwards { applied in voice.playhead.move(name, to: applied.frame) }
  }

  /// Glides a voice's volume.
  func glide(
    _ voice: StemVoice, to volume: Float, seconds: Double, constantPower: Bool = false, in moment: Moment
  ) {
    voice.volume = volume
    if let id = stems.first(where: { $1.voices.contains { $0 === voice } })?.key {
      moment.tell(.stemVolume, [.integer(id), .float32(volume), .float32(Float(seconds))])
    }
    set("glide", of: voice, to: Float(seconds), in: moment)
    set("curve", of: voice, to: constantPower ? 1 : 0, in: moment)
    set("level", of: voice, to: volume, in: moment)
  }

  /// Has a stem read by another interpolation, from the next block on.
  func setInterpolation(_ interpolation: Interpolation, of stem: Stem, in moment: Moment) {
    stem.interpolation = interpolation
    guard let voice = stem.voice(at: moment.time) else { return }
    set("quality", of: voice, to: Float(interpolation.rawValue), in: moment)
  }

  /// A place in a file, which one float cannot hold.
  private func set(_ control: String, _ fine: String, of voice: StemVoice, to value: Double, in moment: Moment) {
    set(control, of: voice, to: Float(value), in: moment)
    set(fine, of: voice, to: Float(value - Double(Float(value))), in: moment)
  }

  func set(_ control: String, of voice: StemVoice, to value: Float, in moment: Moment) {
    guard let index = mixer.stem.index(ofControl: control) else { return }
    moment.changes.set(voice.node, control: index, to: value)
  }

  /// The stem of this id, or why there is none.
  func requireStem(_ id: Int) throws(StemFailure) -> Stem {
    guard let stem = stems[id] else {
      throw nothing(in: id)
    }
    return stem
  }
}
