import Control
import OSC

/// The decks' equalisers, filters and the crossfader.
extension Mixer {
  /// Sets these bands' gains; the others go on with whatever they do.
  func setBands(_ gains: [String: Float], of deck: Deck, in moment: Moment) {
    set("bandGlide", of: deck, to: glideSeconds(moment), in: moment)
    for (band, gain) in gains {
      settings[deck.rawValue].bands.set(band, to: gain)
      set(band, of: deck, to: gain, in: moment)
    }
    let bands = settings[deck.rawValue].bands
    moment.tell(
      .deckEqualizer,
      [.string(deck.letter), .float32(bands.low), .float32(bands.mid), .float32(bands.high)])
  }

  func setKnob(_ position: Float, resonance: Float, of deck: Deck, in moment: Moment) {
    settings[deck.rawValue].knob = position
    settings[deck.rawValue].resonance = resonance
    set("knobGlide", of: deck, to: glideSeconds(moment, standard: 0.03), in: moment)
    set("knob", of: deck, to: position, in: moment)
    set("resonance", of: deck, to: resonance, in: moment)
    moment.tell(.deckKnob, [.string(deck.letter), .float32(position), .float32(resonance)])
  }

  /// Moves the crossfader, or changes how it works.
  func setCrossfader(_ crossfader: Crossfader, in moment: Moment) {
    self.crossfader = crossfader
    for deck in decks {
      set("cut", of: deck, to: glideSeconds(moment, standard: crossfader.glideSeconds), in: moment)
      set("crossfade", of: deck, to: crossfader.gain(of: deck), in: moment)
    }
    moment.tell(
      .crossfader, [.float32(Float(crossfader.position ?? 0)), .string(crossfader.curve.rawValue)])
  }

  private func glideSeconds(_ moment: Moment, standard: Float = Mixer.glideSeconds) -> Float {
    (moment.glide?.seconds).map { Float($0) } ?? standard
  }
}
