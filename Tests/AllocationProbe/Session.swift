#if os(Linux)
import Control
import Foundation
import Logging
import OSC
import RealTime
import Render
import SoundFiles
import StemProtocol

/// A stem server with files to play, and rounds of everything that a client may ask of it.
final class Session {
  static let stems = 64

  let engine: EngineControl
  let server: StemServer
  private let client: StemClient
  private let folder: URL
  private var round = 0
  /// A SynthDef for every unit of the catalogue.
  private var units: [SynthBlueprint] = []
  private var unitNodes: [Int32] = []

  private let wallClock: (Double) -> OSCTimeTag

  /// - Parameter wallClock: for the engine's position in seconds.
  init(
    loading: StemLoader.Mode, timebase: StemTimebase, wallClock: @escaping (Double) -> OSCTimeTag
  ) throws {
    self.wallClock = wallClock
    engine = try EngineControl(RenderConfiguration(sampleRate: 44_100, outputChannels: 2))
    let log = Logger(label: "probe", factory: { _ in SwiftLogNoOpLogHandler() })
    server = try StemServer(engine: engine, loading: loading, timebase: timebase, log: log)
    // The longest of the files is streamed.
    server.policy.streamedAboveSeconds = 1
    client = StemClient("probe") { _ in }
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("syrinx-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for number in 0..<4 { try write(number) }
    units = try engine.units.all.map { try engine.blueprint(Self.def(of: $0.specification)) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func path(_ number: Int) -> String { folder.appendingPathComponent("\(number % 4).wav").path }

  private func write(_ number: Int) throws {
    let channels = number % 2 + 1
    let rate = number < 2 ? 44_100.0 : 48_000
    let writer = try SoundFileWriter(path: path(number), format: .wavPCM16, channels: channels, sampleRate: rate)
    let frames = number == 0 ? 120_000 : 20_000
    try writer.write((0..<frames * channels).map { Float($0 % 100) / 400 }, frames: frames)
    try writer.close()
  }

  private func send(_ messages: OSCMessage...) {
    for message in messages { server.receive(.message(message), from: client) }
  }

  private static func def(of unit: UnitSpecification) -> SynthDef {
    var def = SynthDefBuilder("probe.\(unit.name)")
    let rate = unit.rates.contains(.audio) ? Rate.audio : unit.rates.first ?? .control
    var inputs = unit.inputs.map { input in
      input.rates == [.audio] || input.followsUnit
        ? def.control(input.name, input.standard, rate: .audio) : .constant(input.standard)
    }
    // Those whose outputs the graph decides: two buses; a control and its lag.
    let outputs = ["In": 2, "LagControl": 1][unit.name] ?? unit.outputs.count
    if unit.name == "LagControl" { inputs = [def.control("value", 0), .constant(0.1)] }
    if unit.name.hasPrefix("PV_") || ["FFT", "IFFT", "FFTTrigger"].contains(unit.name) {
      takeChains(of: unit, &inputs, &def)
    }
    def.unit(unit.name, rate: rate, inputs, outputs: outputs)
    return def.build()
  }

  /// Has a spectral unit work on spectra, in buffers of its synth's own.
  private static func takeChains(
    of unit: UnitSpecification, _ inputs: inout [SynthDef.Input], _ def: inout SynthDefBuilder
  ) {
    let most = def.unit("MaxLocalBufs", rate: .scalar, [.constant(2)])[0]
    let noise = def.unit("WhiteNoise", [])[0]
    for (index, input) in unit.inputs.enumerated() where input.name.hasPrefix("buffer") {
      let buffer = def.unit("LocalBuf", rate: .scalar, [.constant(1), .constant(256), most])[0]
      inputs[index] =
        def.unit(
          "FFT", rate: .control, [buffer, noise, .constant(0.5), .constant(0), .constant(1), .constant(0)])[0]
    }
  }

  /// Frees what `playUnits` made; some of it has ended by itself.
  private func endUnits() {
    var changes = Changes()
    for node in unitNodes { changes.free(node) }
    engine.commit(changes)
  }

  /// Every unit of the catalogue, each in a synth of its own.
  private func playUnits() {
    var changes = Changes()
    unitNodes = units.map { unit in
      let id = engine.makeNodeID()
      engine.addSynth(unit, id: id, controls: [:], .tail, target: 0, to: &changes)
      return id
    }
    engine.commit(changes)
  }

  /// One round of everything; `turn` lets the sound go on.
  func playRound(_ turn: () -> Void) {
    round += 1
    playUnits()
    for index in 0..<Self.stems {
      send(OSCMessage("/load_buffer", .integer(id(index)), .string(path(index + round))))
    }
    // Every other round the starts come while files are still being read.
    while round % 2 == 0 && server.isLoading { turn() }
    for _ in 0..<4 { turn() }
    endUnits()
    let starts = (0..<Self.stems).map { index in
      OSCMessage("/play_stem", .integer(id(index)), .float32(index % 3 == 0 ? 1 : 0.979), 0.1)
    }
    // Of every other round's stems some are stretched, from their start on or while they play.
    for deck in ["A", "B"] { send(OSCMessage("/deck_keylock", .string(deck), .integer(round % 2))) }
    let tag = wallClock(Double(engine.position) / 44_100).advanced(bySeconds: 0.01)
    server.receive(.bundle(OSCBundle(timeTag: tag, messages: starts)), from: client)
    for _ in 0..<4 { turn() }
    for index in 0..<Self.stems {
      let stem = OSCArgument.integer(id(index))
      switch (index + round) % 8 {
      case 0: send(OSCMessage("/stem_volume", stem, 0.2), OSCMessage("/stem_pitch", stem, .integer(round % 3)))
      case 1:
        send(OSCMessage("/stem_fade", stem, 0.05, 0.5, "constant-power"))
        send(OSCMessage("/stem_keylock", stem, .integer((index + round) / 8 % 2)))
      case 2: send(OSCMessage("/play_stem_section", stem, 1.01, 0.1, 1, 0.5, 0.02))
      case 3: send(OSCMessage("/stop_stem", stem))
      case 4: send(OSCMessage("/stop_stem", stem, 0))
      case 5: send(OSCMessage("/load_buffer", stem, .string(path(index))))
      case 6: send(OSCMessage("/free_buffer", stem))
      default: send(OSCMessage("/play_stem", stem, -1, 0.1, 0))
      }
      if index % 4 == 0 { turn() }
    }
    send(
      OSCMessage("/crossfade_levels", .float32(Float(round % 2)), 0.5), OSCMessage("/test_tone", 660),
      OSCMessage("/route", .string(round % 2 == 0 ? "A" : "cue"), "2-1"), OSCMessage("/route", "B", "1"),
      OSCMessage("/cue_listen", "A", .integer(round % 2)), OSCMessage("/cue_mix", .float32(Float(round % 3) / 2)),
      OSCMessage("/get_status"), OSCMessage("/get_stems"), OSCMessage("/sync"), OSCMessage("/nonsense"),
      OSCMessage("/play_stem", 9999), OSCMessage("/stem_volume", 1, .float32(.nan)))
    send(OSCMessage("/at", .double(0), "/crossfade_levels", 1, 1))
    turnStrips(turn)
    for _ in 0..<4 { turn() }
    send(
      OSCMessage("/route", "A"), OSCMessage("/route", "B"), OSCMessage("/route", "cue"),
      OSCMessage("/cue_listen", "A", 0),
      OSCMessage("/memory_cleanup"), OSCMessage("/mixer_cleanup"), OSCMessage("/cancel"))
    for _ in 0..<4 { turn() }
  }

  /// Everything of the mixer's strips, and back.
  private func turnStrips(_ turn: () -> Void) {
    for percent: Float in [0, 80, 50] {
      let knob = OSCArgument.float32(percent / 50 - 1)
      let limiter: OSCArgument = percent == 0 ? "true-peak" : percent == 80 ? "off" : "soft"
      send(
        OSCMessage("/deck_eq", "A", "low", .float32(percent)), OSCMessage("/deck_knob", "B", knob, 0.5),
        OSCMessage("/crossfader", knob), OSCMessage("/limiter", limiter))
      for index in 0..<Self.stems {
        let stem = OSCArgument.integer(id(index))
        send(
          OSCMessage("/stem_eq", stem, .float32(percent), 50, 50), OSCMessage("/stem_pan", stem, knob),
          OSCMessage("/stem_mute", stem, .int32(percent == 0 ? 1 : 0)),
          OSCMessage("/stem_solo", stem, .int32(percent == 80 && index == 0 ? 1 : 0)))
      }
      for _ in 0..<3 { turn() }
    }
  }

  private func id(_ index: Int) -> Int { index % 2 == 0 ? 100 + index : 1100 + index }
}
#endif
