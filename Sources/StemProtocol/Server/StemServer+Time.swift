import Control
import Logging
import OSC

/// The clock in beats, and what goes by it.
extension StemServer {
  /// How far ahead of its time a command goes to the audio thread.
  var lookaheadFrames: Int64 { Int64(lookaheadSeconds * engine.sampleRate) }

  /// The frame that a time will be: to within a block, where it is not told in frames.
  func frame(of time: EngineTime) -> Int64 {
    switch time {
    case .immediately: return engine.position
    case .frame(let frame): return frame
    case .host(let nanoseconds):
      let ahead = Double(nanoseconds - timebase.hostNanoseconds(positionSeconds)) * 1e-9
      return max(engine.position, engine.position + Int64((ahead * engine.sampleRate).rounded()))
    }
  }

  /// The frame of a time of the server's clock.
  func frame(ofClock seconds: Double) -> Int64 { clockStart + Int64((seconds * engine.sampleRate).rounded()) }

  /// The line of the grid that a start at this time waits for.
  func nextLine(from time: EngineTime) -> GridLine {
    let beat = beats.gridBeat(from: frame(of: time), quantum: beats.quantum)
    return GridLine(beat: beat, quantum: beats.quantum)
  }

  /// Changes the tempo, and with it the speed of all that plays.
  func setTempo(_ tempo: Double, base: Double?, in moment: Moment) {
    let stretch = beats.map.setTempo(tempo, at: frame(of: moment.time))
    supersede(RampTarget("/set_tempo", []), in: moment)
    moment.onRecall { [weak self] in self?.beats.map.remove(stretch) }
    if let base { beats.baseTempo = base }
    moment.afterwards { [weak self] applied in self?.beats.map.move(stretch, to: applied.frame) }
    followTempo(in: moment)
  }

  /// Sets the speed of every stem by the tempo of the moment.
  private func followTempo(in moment: Moment) {
    let speed = beats.speed(at: frame(of: moment.time))
    for stem in stems.values {
      for voice in stem.voices { setSpeed(of: voice, by: speed, in: moment) }
    }
  }

  /// Tells a voice its rate times the speed of the clock; one that is still to begin begins with it.
  func setSpeed(of voice: StemVoice, by speed: Double, in moment: Moment) {
    guard let index = mixer.stem.index(ofControl: "rate") else { return }
    let value = Float(Double(voice.rate) * speed)
    let change = Playhead.Change.speed(voice.playhead.increment(ofSpeed: value))
    if let time = voice.beginning?.time, moment.time.precedes(time) {
      var changes = Changes()
      changes.set(voice.node, control: index, to: value)
      moment.later(at: time, changes)
      voice.playhead.change(change, at: frame(of: time))
    } else {
      moment.changes.set(voice.node, control: index, to: value)
      note(change, of: voice, in: moment)
    }
  }

  /// The tempo of the music in a stem: its own, or that of the first stem of its deck that has one.
  func tempo(of stem: Stem) -> StemTempo? {
    stem.tempo ?? stems(on: stem.deck).lazy.compactMap(\.tempo).first
  }

  /// The clock begins anew at the moment.
  func resetClock(in moment: Moment) {
    let frame = frame(of: moment.time)
    clockStart = frame
    let stretch = beats.reset(at: frame)
    moment.afterwards { [weak self] applied in
      guard let self else { return }
      if clockStart == frame { clockStart = applied.frame }
      beats.map.move(stretch, to: applied.frame)
    }
  }

  /// Tells the beats that have come.
  func tellBeats() {
    for beat in beats.takeBeats(upTo: engine.position) {
      if beats.isPrinted { log.info("bar \(beat.bar), beat \(beat.place), \(beat.tempo) BPM") }
      notify(
        .beat,
        [
          .integer(beat.beat), .integer(beat.bar), .integer(beat.place), .integer(beat.beats), .double(beat.tempo),
          .double(Double(beat.frame - clockStart) / engine.sampleRate),
        ])
    }
    beats.map.forget(before: engine.position - Int64(engine.sampleRate))
  }

}
