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
  private let cueGroup: Int32
  private let outputGroup: Int32
  private let cueStrip: Int32
  private let masterInCue: Int32
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
    cueGroup = engine.makeNodeID()
    outputGroup = engine.makeNodeID()
    cueStrip = engine.makeNodeID()
    masterInCue = engine.makeNodeID()
  }

  /// Makes the headphones' part of the tree, behind the master, and behind it the outputs with these routes.
  func build(_ initial: OutputRoutes, in changes: inout Changes) {
    changes.addGroup(cueGroup, .tail, target: 0)
    let cue = ChannelPair(left: buses.cue, right: buses.cue + 1)
    open(cueStrip, from: buses.cueSum, to: cue, level: cueLevel, startLevel: -1, group: 0, in: &changes)
    open(masterInCue, from: buses.master, to: cue, level: 0, startLevel: -1, group: 0, in: &changes)
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
    var values: [Int: Float] = [:]
    for (name, value) in controls { if let index = send.index(ofControl: name) { values[index] = value } }
    engine.addSynth(send, id: node, controls: values, .tail, target: group, to: &changes)
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

  func setCue(mix: Float, level: Float, in changes: inout Changes) {
    cueMix = mix
    cueLevel = level
    set(cueStrip, "level", (1 - mix) * level, in: &changes)
    set(masterInCue, "level", mix * level, in: &changes)
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
