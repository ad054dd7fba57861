import Control
import Logging
import OSC
import RealTime
import Render

/// Stems that start, sound and stop.
extension StemServer {
  /// Puts a start into the moment. It happens with the others of the moment, when the audio of all of them is there.
  func start(_ id: Int, _ start: StemStart, _ request: StemRequest, in moment: Moment) throws(StemFailure) {
    guard let stem = stems[id], stem.buffer != nil || stem.load != nil else {
      throw StemFailure("buffer \(id) holds nothing: load a file into it first (/load_buffer)", stem: id)
    }
    dropStart(of: stem, because: "replaced by a later start of the same stem")
    let group = beats.quantum > 0 ? moment.starts(on: nextLine(from: moment.time)) : moment.starts
    let pending = PendingStart(stem: stem, start: start, request: request, group: group)
    stem.pendingStart = pending
    group.starts.append(pending)
  }

  /// Starts a group now if its audio is there, else sets it aside.
  func launchStarts(of moment: Moment) {
    for group in moment.startsOnGrid {
      waitingGroups.append(group)
      for pending in group.starts { pending.request.note("waits for beat \(group.line?.beat ?? 0)") }
    }
    let group = moment.starts
    guard !group.starts.isEmpty else { return }
    if group.isReady {
      for pending in group.starts { begin(pending, in: moment) }
      group.starts = []
    } else {
      waitingGroups.append(group)
      for pending in group.starts { pending.request.note("waits for its audio") }
    }
  }

  /// Starts the groups whose audio has come, and whose line of the grid is near.
  func launchReadyGroups() {
    guard !waitingGroups.isEmpty else { return }
    let waiting = waitingGroups
    waitingGroups = []
    for group in waiting where !group.starts.isEmpty {
      guard let time = launchTime(of: group) else {
        waitingGroups.append(group)
        continue
      }
      let moment = Moment(at: time)
      for pending in group.starts { begin(pending, in: moment) }
      group.starts = []
      commit(moment)
    }
  }

  /// When a group is to start; nil while that is not to be told to the audio thread yet.
  private func launchTime(of group: StartGroup) -> EngineTime? {
    guard let line = group.line else { return group.isReady ? group.time : nil }
    let horizon = engine.position + lookaheadFrames
    var frame = beats.map.frame(ofBeat: line.beat)
    guard frame <= horizon, group.isReady else { return nil }
    if frame < engine.position {
      // Its audio came too late for this line, or the clock was set anew: the next one.
      let next = beats.gridBeat(from: engine.position, quantum: line.quantum)
      group.line?.beat = next
      frame = beats.map.frame(ofBeat: next)
    }
    return frame <= horizon ? .frame(frame) : nil
  }

  private func begin(_ pending: PendingStart, in moment: Moment) {
    let stem = pending.stem
    stem.pendingStart = nil
    guard let buffer = stem.load?.buffer ?? stem.buffer else {
      pending.request.fail(StemFailure("buffer \(stem.id) holds nothing any more", stem: stem.id))
      return
    }
    let start = pending.start
    let position = start.frame(ofFrames: buffer.memory.frames)
    let voice = StemVoice(
      node: engine.makeNodeID(), buffer: buffer, rate: start.rate, volume: start.volume, loops: start.loops,
      position: position)
    let speed = Float(Double(start.rate) * beats.speed(at: frame(of: moment.time)))
    if moment.time != .immediately {
      voice.beginning = StemVoice.Beginning(time: moment.time, request: pending.request)
      moment.afterwards { _ in voice.beginning = nil }
    }
    let (previous, next) = stem.insert(voice, at: moment.time)
    if let previous { fadeOut(previous, seconds: 0, in: moment) }
    if let time = next?.beginning?.time { moment.later(at: time, fadeOut(voice, seconds: 0)) }
    buffer.users += 1
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
    if start.fraction > 0 { text += ", from \(start.fraction)" }
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
      "bus": Float(mixer.bus(of: stem.deck)), "tap": Float(bus(of: .stem(stem.id)) ?? -1),
      "quality": Float((stem.interpolation ?? interpolation).rawValue),
    ]
    if let fade = start.fadeIn {
      values["startLevel"] = fade.volume
      values["glide"] = Float(fade.seconds)
      values["curve"] = fade.constantPower ? 1 : 0
    }
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
        meter: { levels, position in
          voice.meter = levels
          voice.position = Double(position) / 4_294_967_296
        },
        starved: { [weak self] in
          self?.log.warning("stem \(stem.id): plays faster than its file is read; it waits for the audio")
        }))
  }

  private func ended(_ voice: StemVoice, of stem: Stem) {
    let buffer = voice.buffer
    buffer.users -= 1
    if buffer.isReleased && buffer.users == 0 { dispose(buffer) }
    stem.remove(voice)
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

  func set(_ control: String, of voice: StemVoice, to value: Float, in moment: Moment) {
    guard let index = mixer.stem.index(ofControl: control) else { return }
    moment.changes.set(voice.node, control: index, to: value)
  }

  /// The stem of this id, or why there is none.
  func requireStem(_ id: Int) throws(StemFailure) -> Stem {
    guard let stem = stems[id] else {
      throw StemFailure("buffer \(id) holds nothing: load a file into it first (/load_buffer)", stem: id)
    }
    return stem
  }
}
