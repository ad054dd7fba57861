import Control
import KeyLock
import Logging
import RealTime
import Render

/// Stems at a pitch of their own.
extension StemServer {
  /// Sets the pitch of stems, of what they play and of what they will.
  func setPitch(of stems: [Stem], in moment: Moment, _ change: (inout StemPitch) -> Void) {
    for stem in stems {
      change(&stem.pitch)
      stem.pendingStart?.seat?.voice.set(stem.pitch)
    }
    // Those of a later moment may be set before this one has come.
    let pitches = stems.map { ($0, $0.pitch) }
    moment.afterwards { [weak self] _ in
      guard let self else { return }
      for deck in mixer.decks { followPitch(pitches.filter { $0.0.deck == deck }, on: deck) }
    }
  }

  /// Lets the voices of stems of one deck go by their stem's pitch; those that are new to it begin together.
  private func followPitch(_ pitches: [(stem: Stem, pitch: StemPitch)], on deck: Deck) {
    var added: [KeyLockVoice] = []
    for (stem, pitch) in pitches {
      for voice in stem.voices {
        if let seat = voice.seat {
          seat.voice.set(pitch)
        } else if !pitch.isPlain, let seat = seat(voice, pitch) {
          added.append(seat.voice)
        }
      }
    }
    keyLock.add(added, deck: deck.rawValue)
  }

  /// Gives a voice that plays, or is about to, its port.
  private func seat(_ voice: StemVoice, _ pitch: StemPitch) -> StretchSeat? {
    guard let control = mixer.stem.index(ofControl: "stretch") else { return nil }
    let rate = Float(Double(voice.rate) * beats.speed(at: engine.position))
    let start = place(voice.position, rate: rate, buffer: voice.buffer, loops: voice.loops)
    guard let seat = makeSeat(voice.buffer, start, pitch, hasBegun: true) else { return nil }
    voice.seat = seat
    var changes = Changes()
    changes.setBuffer(seat.number, to: seat.voice.port)
    changes.set(voice.node, control: control, to: Float(seat.number))
    engine.commit(changes, at: voice.beginning?.time ?? .immediately)
    return seat
  }

  private func makeSeat(
    _ buffer: StemBuffer, _ start: StretchState, _ pitch: StemPitch, hasBegun: Bool
  ) -> StretchSeat? {
    guard let number = numbers.take() else {
      log.warning("all buffer numbers are in use: the pitch follows the speed until some are free")
      return nil
    }
    // A streamed file reads on while its samples are read.
    let owner: any AnyObject & Sendable = buffer.stream?.file ?? buffer.memory
    let voice = keyLock.makeVoice(buffer.memory.buffer, owner: owner, start: start, hasBegun: hasBegun)
    voice.set(pitch)
    return StretchSeat(voice: voice, number: number, start: start)
  }

  /// Where a player will begin, as it will tell it itself.
  private func place(
    _ position: Double, rate: Float, buffer: StemBuffer, loops: Bool, sectionSeconds: Double? = nil
  ) -> StretchState {
    let frame: Int64 = 1 << 32
    let end = Int64(buffer.memory.frames) << 32
    let increment = keyLock.increment(rate: Double(rate), buffer.memory.buffer)
    var start = min(max(0, Int64(position * Double(frame))), end)
    if increment < 0 && start >= end { start = max(0, end - frame) }
    var low: Int64 = 0
    var high = end
    if loops, let sectionSeconds {
      let frames = (sectionSeconds * engine.sampleRate).rounded()
      let span = Int64(min(frames * Double(increment.magnitude), Double(end)))
      if increment >= 0 {
        low = start
        high = min(end, start + span)
      } else {
        high = min(end, start + frame)
        low = max(0, high - span)
      }
    }
    return StretchState(
      frame: engine.position, played: 0, position: start, increment: increment, low: low, high: high, loops: loops,
      jumps: 0)
  }

  // MARK: - Starts

  /// Whether a group may start: its audio is there. What is to be stretched of it is begun with, and a start that has no
  /// time waits until the first of it lies ready; one that has begins in time, and is made ready meanwhile.
  func isReady(_ group: StartGroup) -> Bool {
    guard group.isReady else { return false }
    for deck in mixer.decks {
      let seats = group.starts.filter { $0.stem.deck == deck }.compactMap { seat($0, at: group) }
      keyLock.add(seats.map(\.voice), deck: deck.rawValue)
    }
    return group.time != .immediately || group.starts.allSatisfy { $0.seat?.voice.isPrimed ?? true }
  }

  /// Gives a start that needs one its port, and another one when it has been told to begin elsewhere since.
  private func seat(_ pending: PendingStart, at group: StartGroup) -> StretchSeat? {
    let stem = pending.stem
    guard !stem.pitch.isPlain, let buffer = stem.load?.buffer ?? stem.buffer else { return nil }
    let start = pending.start
    let frame = group.line.map { beats.map.frame(ofBeat: $0.beat) } ?? frame(of: group.time)
    let state = place(
      start.frame(ofFrames: buffer.memory.frames, sampleRate: buffer.memory.sampleRate),
      rate: Float(Double(start.rate) * beats.speed(at: frame)),
      buffer: buffer, loops: start.loops, sectionSeconds: start.sectionSeconds)
    if let seat = pending.seat {
      guard !seat.start.begins(as: state) else { return nil }
      giveBackSeat(of: pending)
    }
    pending.seat = makeSeat(buffer, state, stem.pitch, hasBegun: false)
    return pending.seat
  }

  /// A start that never happens gives its port back, which no player has seen.
  func giveBackSeat(of pending: PendingStart) {
    guard let seat = pending.seat else { return }
    pending.seat = nil
    numbers.give(seat.number)
  }

  /// A voice that has ended gives its port back, once the audio thread has let go of it.
  func giveBackSeat(of voice: StemVoice) {
    guard let seat = voice.seat else { return }
    voice.seat = nil
    var changes = Changes()
    changes.setBuffer(seat.number, to: .empty)
    engine.commit(changes) { [weak self] _ in
      self?.numbers.give(seat.number)
      withExtendedLifetime(seat.voice) {}
    }
  }
}

extension StretchState {
  /// Whether both begin at one place, in one direction and region; what the speed differs by is caught up with.
  fileprivate func begins(as other: StretchState) -> Bool {
    position == other.position && low == other.low && high == other.high && loops == other.loops
      && (increment < 0) == (other.increment < 0)
  }
}

extension KeyLockVoice {
  fileprivate func set(_ pitch: StemPitch) { set(keepsPitch: pitch.isLocked, semitones: pitch.semitones) }
}
