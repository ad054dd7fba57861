import Control
import OSC
import RealTime
import Render

/// The mixer in the engine's tree: a group of stems for each deck, the deck strips, the master.
///
/// - Thread: confined to its server's.
final class Mixer {
  /// The time of a change of level that nobody gave a time for.
  static let glideSeconds: Float = 0.02

  let engine: EngineControl
  let decks: [Deck]
  let buses: MixerBuses
  let router: Router
  let stem: SynthBlueprint
  private let tone: SynthBlueprint
  private let deck: SynthBlueprint
  private let master: SynthBlueprint
  private let stemGroups: [Int32]
  private let deckNodes: [Int32]
  private let masterNode: Int32
  private let toneGroup: Int32
  private let deckLevel: Int
  private let deckGlide: Int
  private let masterFade: Int
  private(set) var levels: [Float]
  var settings: [DeckSettings]
  var crossfader = Crossfader()
  private(set) var limiter: MasterLimiter
  /// Of ids whose channel differs from the standard.
  var stemSettings: [Int: StemSettings] = [:]
  var silenced: SilencedSound
  /// Told that a strip silenced so many frames, and which.
  var wasSilenced: (Int, String) -> Void = { _, _ in }
  private(set) var deckMeters: [StereoLevels]
  private(set) var masterMeter = StereoLevels.silence
  private(set) var cueMeter = StereoLevels.silence
  /// Called when all the meters of one moment have come: the headphones' are the last.
  var metersCame: () -> Void = {}

  init(
    _ engine: EngineControl, decks count: Int, routes: OutputRoutes, limiter: MasterLimiter
  ) throws(SynthDefError) {
    self.engine = engine
    self.limiter = limiter
    silenced = SilencedSound(sampleRate: engine.sampleRate)
    decks = Array(Deck.allCases.prefix(count))
    buses = MixerBuses(decks: count, of: engine.memory.configuration.audioBuses)
    engine.memory.touchBuses(buses.all)
    router = try Router(engine, buses: buses, decks: decks)
    stem = try engine.blueprint(MixerSynthDefs.stem)
    deck = try engine.blueprint(MixerSynthDefs.deck)
    master = try engine.blueprint(MixerSynthDefs.master)
    tone = try engine.blueprint(MixerSynthDefs.tone)
    stemGroups = decks.map { _ in engine.makeNodeID() }
    deckNodes = decks.map { _ in engine.makeNodeID() }
    masterNode = engine.makeNodeID()
    toneGroup = engine.makeNodeID()
    deckLevel = Self.index("level", in: deck)
    deckGlide = Self.index("glide", in: deck)
    masterFade = Self.index("fade", in: master)
    levels = decks.map { _ in 1 }
    settings = decks.map { _ in DeckSettings() }
    deckMeters = decks.map { _ in .silence }
    build(routes)
  }

  private static func index(_ control: String, in blueprint: SynthBlueprint) -> Int {
    guard let index = blueprint.index(ofControl: control) else {
      preconditionFailure("the mixer's own SynthDef \(blueprint.def.name) has a control \(control)")
    }
    return index
  }

  func bus(of deck: Deck) -> Int { buses.sum(of: deck) }

  func group(of deck: Deck) -> Int32 { stemGroups[deck.rawValue] }

  private func build(_ routes: OutputRoutes) {
    var changes = Changes()
    for group in stemGroups { changes.addGroup(group, .tail, target: 0) }
    for (index, node) in deckNodes.enumerated() {
      let controls = [
        Self.index("source", in: deck): Float(buses.sum(of: decks[index])),
        Self.index("cue", in: deck): Float(buses.cue(of: decks[index])),
        Self.index("output", in: deck): Float(buses.output(of: decks[index])),
        Self.index("destination", in: deck): Float(buses.masterSum),
      ]
      engine.addSynth(deck, id: node, controls: controls, .tail, target: 0, to: &changes)
      let place = "deck \(decks[index].letter)"
      engine.watch(
        node,
        NodeWatcher(
          meter: { [weak self] levels in self?.deckMeters[index] = levels },
          silenced: { [weak self] in self?.wasSilenced($0, place) }))
    }
    let controls = [
      Self.index("source", in: master): Float(buses.masterSum), Self.index("output", in: master): Float(buses.master),
      Self.index("limiter", in: master): limiter.control,
    ]
    engine.addSynth(master, id: masterNode, controls: controls, .tail, target: 0, to: &changes)
    engine.watch(
      masterNode,
      NodeWatcher(
        meter: { [weak self] levels in self?.masterMeter = levels },
        silenced: { [weak self] in self?.wasSilenced($0, "master") }))
    changes.addGroup(toneGroup, .tail, target: 0)
    router.build(routes, in: &changes)
    engine.watch(
      router.headphones,
      NodeWatcher(meter: { [weak self] levels in
        self?.cueMeter = levels
        self?.metersCame()
      }))
    engine.commit(changes)
  }

  /// Glides a deck's level.
  func setLevel(
    _ level: Float, of deck: Deck, seconds: Double = Double(Mixer.glideSeconds), in changes: inout Changes
  ) {
    levels[deck.rawValue] = level
    changes.set(deckNodes[deck.rawValue], control: deckGlide, to: Float(seconds))
    changes.set(deckNodes[deck.rawValue], control: deckLevel, to: level)
  }

  /// Sets a control of a deck's strip.
  func set(_ control: String, of deck: Deck, to value: Float, in moment: Moment) {
    moment.changes.set(deckNodes[deck.rawValue], control: Self.index(control, in: self.deck), to: value)
  }

  func setLimiter(_ limiter: MasterLimiter, in moment: Moment) {
    self.limiter = limiter
    moment.changes.set(masterNode, control: Self.index("limiter", in: master), to: limiter.control)
    moment.tell(.limiter, [.string(limiter.rawValue)])
  }

  /// Frames by which the master is late.
  var latencyFrames: Int { limiter == .truePeak ? LookAhead.frames(sampleRate: engine.sampleRate) : 0 }

  func addTone(frequency: Float, to changes: inout Changes) {
    let controls = [
      Self.index("frequency", in: tone): frequency, Self.index("output", in: tone): Float(buses.master),
    ]
    engine.addSynth(tone, id: engine.makeNodeID(), controls: controls, .tail, target: toneGroup, to: &changes)
  }

  /// Glides everything to silence over `seconds`.
  func fadeOut(seconds: Float, in changes: inout Changes) {
    changes.set(masterNode, control: Self.index("glide", in: master), to: seconds)
    changes.set(masterNode, control: masterFade, to: 0)
    router.fadeOut(seconds: seconds, in: &changes)
  }
}
