import Control
import OSC

/// Decks whose tempo and beat follow the clock's or another deck's.
extension StemServer {
  /// A beat that goes by: how many a minute at the clock's base tempo, and which it is at a frame.
  private struct Pulse {
    var bpm: Double
    var beat: Double
  }

  /// Matches tempo and beat phase of a deck's stems to the clock's, or to those of another deck.
  func sync(_ deck: Deck, to leader: Deck?, _ request: StemRequest, in moment: Moment) throws(StemFailure) {
    let stems = try requireStems(on: deck)
    guard let lead = stems.first(where: { $0.tempo != nil }), let tempo = lead.tempo else {
      throw StemFailure("no stem of deck \(deck.letter) has a known tempo: tell it first (/stem_bpm)")
    }
    // At a frame that is known beforehand, so that the phase is right to the sample.
    let frame =
      moment.time == .immediately ? engine.position + lookaheadFrames : frame(of: moment.time)
    let leading = if let leader { try pulse(of: leader, at: frame) } else { clockPulse(at: frame) }
    let matched = Moment(at: .frame(frame))
    for stem in stems {
      let rate = leading.bpm / (stem.tempo ?? tempo).bpm
      setRate(Float(stem.rate < 0 ? -rate : rate), of: stem, in: matched)
    }
    let moved = align(stems, lead, tempo, to: leading.beat, at: frame, in: matched)
    matched.answer(request) {
      $0.done(
        [.string(deck.letter), .float32(lead.rate), .double(moved)],
        "rate \(lead.rate), moved by \(moved) beats")
    }
    commit(matched)
  }

  private func clockPulse(at frame: Int64) -> Pulse { Pulse(bpm: beats.baseTempo, beat: beats.map.beat(at: frame)) }

  private func pulse(of leader: Deck, at frame: Int64) throws(StemFailure) -> Pulse {
    for stem in stems(on: leader) {
      guard let tempo = stem.tempo, let voice = stem.voice(at: .frame(frame)) else { continue }
      let seconds = voice.buffer.seconds(ofFrame: voice.playhead.position(at: frame))
      return Pulse(bpm: tempo.bpm * Double(abs(voice.rate)), beat: tempo.beat(atSeconds: seconds))
    }
    throw StemFailure(
      "deck \(leader.letter) plays no stem of a known tempo: start it, and tell its tempo (/stem_bpm)")
  }

  /// Moves what plays on a deck so that beats fall together; gives back by how many beats the leading stem was moved.
  ///
  /// Stems without a tempo of their own are moved by as many seconds as the leading one, so that they stay together.
  private func align(
    _ stems: [Stem], _ lead: Stem, _ tempo: StemTempo, to beat: Double, at frame: Int64, in moment: Moment
  ) -> Double {
    var leadMove = 0.0
    for stem in [lead] + stems.filter({ $0 !== lead }) {
      guard let voice = stem.voice(at: moment.time) else { continue }
      let buffer = voice.buffer
      let place = voice.playhead.position(at: frame)
      var seconds = leadMove * 60 / tempo.bpm
      if let own = stem.tempo {
        let difference = beat - own.beat(atSeconds: buffer.seconds(ofFrame: place))
        var move = difference - difference.rounded()
        seconds = move * 60 / own.bpm
        let target = buffer.seconds(ofFrame: place) + seconds
        if target < 0 || target >= buffer.seconds {
          move += target < 0 ? 1 : -1
          seconds = move * 60 / own.bpm
        }
        if stem === lead { leadMove = move }
      }
      let target = place + seconds * buffer.memory.sampleRate
      if abs(target - place) > 1e-6 { jump(voice, toFrame: buffer.inside(target), in: moment) }
    }
    return leadMove
  }
}
