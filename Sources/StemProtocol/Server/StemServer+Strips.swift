import Control
import Logging
import OSC

/// The stems' channels of the mixer, as their voices take them.
extension StemServer {
  /// Changes an id's channel; what plays under it, and with a solo what plays beside it, follows.
  ///
  /// - Parameter names: the controls that this is about; the others go on with whatever they do.
  func setStrip(
    of id: Int, _ names: [String], in moment: Moment, _ change: (inout StemSettings) -> Void
  ) throws(StemFailure) {
    let old = mixer.settings(ofStem: id)
    var settings = old
    change(&settings)
    try mixer.setStem(id, to: settings)
    let affected = old.isSoloed == settings.isSoloed ? [stems[id]].compactMap(\.self) : neighbours(of: id)
    for stem in affected { follow(stem, names, in: moment) }
    moment.tell(
      .stemStrip,
      [
        .integer(id), .float32(settings.bands.low), .float32(settings.bands.mid), .float32(settings.bands.high),
        .float32(settings.pan), .bool(settings.isMuted), .bool(settings.isSoloed),
      ])
  }

  private func neighbours(of id: Int) -> [Stem] {
    let deck = mixer.deck(ofStem: id)
    return stems.values.filter { $0.deck == deck }
  }

  /// Has a stem's voices, those too that are still to begin, take these of their id's channel.
  private func follow(_ stem: Stem, _ names: [String], in moment: Moment) {
    let settings = mixer.settings(ofStem: stem.id)
    let all = settings.bands.controls + [("pan", settings.pan), ("audible", mixer.isAudible(stem.id) ? 1 : 0)]
    let controls = [("stripGlide", Float(moment.glideSeconds))] + all.filter { names.contains($0.0) }
    for voice in stem.voices {
      var changes = Changes()
      for (control, value) in controls {
        if let index = mixer.stem.index(ofControl: control) { changes.set(voice.node, control: index, to: value) }
      }
      let begins = voice.beginning?.time
      if let begins, !begins.precedes(moment.time), begins != moment.time {
        moment.later(at: begins, changes)
      }
      // Of a time by another clock nobody can tell which comes first.
      if begins.map({ !moment.time.precedes($0) }) ?? true { moment.changes.append(changes) }
    }
  }

  /// An id holds nothing any more: what its channel was set to goes with it.
  func forgetStrip(of id: Int) {
    guard let settings = mixer.forgetStem(id), settings.isSoloed else { return }
    let moment = Moment(at: .immediately)
    for stem in neighbours(of: id) { follow(stem, ["audible"], in: moment) }
    commit(moment)
  }

  /// The same of every id that holds nothing.
  func forgetEmptyStrips() {
    for id in mixer.stemSettings.keys where stems[id] == nil { forgetStrip(of: id) }
  }

  /// A strip silenced what was no number.
  func tellSilenced(_ frames: Int, of place: String) {
    guard let count = mixer.silenced.take(frames, of: place, at: engine.position) else { return }
    log.warning(
      "\(place): \(count) frames were no finite numbers (NaN or infinity) and were silenced; a unit or a file is at fault"
    )
    notify(.silenced, [.string(place), .integer(count)])
  }
}
