import Control
import RealTime
import Render

/// The ways of the mixer's signals: to the headphones, and to the channels of the device. Each is a synth that opens and
/// closes with a short glide.
///
/// - Thread: confined to its server's.
final class Router {
  private let engine: EngineControl
  private let buses: MixerBuses
  private let decks: [Deck]
  private let send: SynthBlueprint
  private let strip: SynthBlueprint
  private let cueGroup: Int32
  private let outputGroup: Int32
  private let decksInCue: Int32
  private let masterInCue: Int32
  /// The headphones' own strip, which tells their levels.
  let headphones: Int32
  private(set) var routes: [SignalSource: [ChannelPair]] = [:]
  private var nodes: [SignalSource: [ChannelPair: Int32]] = [:]
  private(set) var listened: [Deck: Int32] = [:]
  /// 0 is the decks that are listened to alone, 1 the master alone.
  private(set) var cueMix: Float = 0
  private(set) var cueLevel: Float = 1

  /// Channels of the device.
  var channels: Int { engine.memory.configuration.outputChannels }

  init(_ engine: EngineControl, buses: MixerBuses, decks: [Deck]) throws(SynthDefError) {
    self.engine = engine
    self.buses = buses
    self.decks = decks
    send = try engine.blueprint(MixerSynthDefs.send)
    strip = try engine.blueprint(MixerSynthDefs.headphones)
    cueGroup = engine.makeNodeID()
    outputGroup = engine.makeNodeID()
    decksInCue = engine.makeNodeID()
    masterInCue = engine.makeNodeID()
    headphones = engine.makeNodeID()
  }

  /// Makes the headphones' part of the tree, behind the master, and behind it the outputs with these routes.
  func build(_ initial: OutputRoutes, in changes: inout Changes) {
    changes.addGroup(cueGroup, .tail, target: 0)
    let mix = ChannelPair(left: buses.cueMix, right: buses.cueMix + 1)
    open(decksInCue, from: buses.cueSum, to: mix, level: 1, startLevel: -1, group: 0, in: &changes)
    open(masterInCue, from: buses.master, to: mix, level: 0, startLevel: -1, group: 0, in: &changes)
    let controls = values(
      [("source", Float(buses.cueMix)), ("output", Float(buses.cue)), ("level", cueLevel)], of: strip)
    engine.addSynth(strip, id: headphones, controls: controls, .tail, target: 0, to: &changes)
    changes.addGroup(outputGroup, .tail, target: 0)
    for (source, pairs) in initial.pairs.sorted(by: { $0.key < $1.key }) {
      let here = pairs.filter { $0.channels <= channels }
      routes[source] = here
      for pair in here { open(source, pair, startLevel: -1, in: &changes) }
    }
  }

  private func bus(of source: SignalSource) -> Int {
    switch source {
    case .master, .stem: buses.master
    case .cue: buses.cue
    case .deck(let deck): buses.output(of: deck)
    }
  }

  private func open(_ source: SignalSource, _ pair: ChannelPair, startLevel: Float, in changes: inout Changes) {
    let node = engine.makeNodeID()
    nodes[source, default: [:]][pair] = node
    // One channel takes the mean of both sides.
    open(
      node, from: bus(of: source), to: pair, level: pair.isMono ? 0.5 : 1, startLevel: startLevel, group: outputGroup,
      in: &changes)
  }

  private func open(
    _ node: Int32, from bus: Int, to pair: ChannelPair, level: Float, startLevel: Float, group: Int32,
    in changes: inout Changes
  ) {
    let controls: [(String, Float)] = [
      ("source", Float(bus)), ("left", Float(pair.left)), ("right", Float(pair.right)), ("level", level),
      ("startLevel", startLevel),
    ]
    engine.addSynth(
      send, id: node, controls: values(controls, of: send), .tail, target: group, to: &changes)
  }

  private func values(_ controls: [(String, Float)], of blueprint: SynthBlueprint) -> [Int: Float] {
    var values: [Int: Float] = [:]
    for (name, value) in controls { if let index = blueprint.index(ofControl: name) { values[index] = value } }
    return values
  }

  private func set(_ node: Int32, _ control: String, _ value: Float, in changes: inout Changes) {
    if let index = send.index(ofControl: control) { changes.set(node, control: index, to: value) }
  }

  private func close(_ node: Int32, in changes: inout Changes) {
    set(node, "level", 0, in: &changes)
    set(node, "closes", 1, in: &changes)
  }

  // MARK: - Changing

  /// Sends a signal to these channels and to no others.
  func route(_ source: SignalSource, to pairs: [ChannelPair], in changes: inout Changes) {
    let old = nodes[source] ?? [:]
    for (pair, node) in old where !pairs.contains(pair) {
      close(node, in: &changes)
      nodes[source]?[pair] = nil
    }
    for pair in Set(pairs) where old[pair] == nil { open(source, pair, startLevel: 0, in: &changes) }
    routes[source] = pairs
  }

  /// Puts a deck on the headphones, as it is before its level, or takes it off.
  func listen(_ deck: Deck, _ isOn: Bool, in changes: inout Changes) {
    if let node = listened[deck] {
      guard !isOn else { return }
      close(node, in: &changes)
      listened[deck] = nil
    } else if isOn {
      let node = engine.makeNodeID()
      listened[deck] = node
      let pair = ChannelPair(left: buses.cueSum, right: buses.cueSum + 1)
      open(node, from: buses.cue(of: deck), to: pair, level: 1, startLevel: 0, group: cueGroup, in: &changes)
    }
  }

  func setCue(mix: Float, seconds: Double, in changes: inout Changes) {
    cueMix = mix
    for (node, level) in [(decksInCue, 1 - mix), (masterInCue, mix)] {
      set(node, "glide", Float(seconds), in: &changes)
      set(node, "level", level, in: &changes)
    }
  }

  func setCue(level: Float, seconds: Double, in changes: inout Changes) {
    cueLevel = level
    for (control, value) in [("glide", Float(seconds)), ("level", level)] {
      if let index = strip.index(ofControl: control) { changes.set(headphones, control: index, to: value) }
    }
  }

  /// Glides what does not come from the master to silence; the master fades by itself.
  func fadeOut(seconds: Float, in changes: inout Changes) {
    for (source, pairs) in nodes where source != .master {
      for node in pairs.values {
        set(node, "glide", seconds, in: &changes)
        set(node, "level", 0, in: &changes)
      }
    }
  }
}
