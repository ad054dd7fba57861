import Control
import RealTime
import Render
import TestRandomness
import Testing

/// Graphs of units, right and wrong.
@Suite struct SynthDefTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    var words: [String]
    var def: SynthDef
    var testDescription: String { words.joined(separator: " … ") }

    init(_ words: String..., build: (inout SynthDefBuilder) -> Void) {
      self.words = words
      var builder = SynthDefBuilder("test")
      build(&builder)
      def = builder.build()
    }
  }

  static let mistakes = [
    Mistake("unit 0 (Nothing)", "no unit of this name") { $0.unit("Nothing", []) },
    Mistake("unit 0 (Tone)", "takes 2 inputs, got 1") { $0.unit("Tone", [.constant(1)]) },
    Mistake("unit 0 (Out)", "takes 2 inputs, got 0") { $0.unit("Out", [], outputs: 0) },
    Mistake("unit 0 (Tone), input frequency", "nothing that stands before it") {
      $0.unit("Tone", [.wire(unit: 0, output: 0), .constant(1)])
    },
    Mistake("unit 0 (Tone), input amplitude", "nothing that stands before it") {
      $0.unit("Tone", [.constant(1), .wire(unit: 7, output: 0)])
    },
    Mistake("unit 0 (Tone), input amplitude", "nothing that stands before it") {
      $0.unit("Tone", [.constant(1), .wire(unit: -1, output: 0)])
    },
    Mistake("unit 1 (Out), input channels", "nothing that stands before it") {
      $0.unit("Tone", [.constant(1), .constant(1)])
      $0.unit("Out", [.constant(0), .wire(unit: 0, output: 1)], outputs: 0)
    },
    Mistake("unit 0 (Tone), input frequency", "nothing that stands before it") {
      $0.unit("Tone", [.control(0), .constant(1)])
    },
    Mistake("unit 0 (Tone), input frequency", "nothing that stands before it") {
      $0.unit("Tone", [.control(-1), .constant(1)])
    },
    Mistake("unit 0 (Tone)", "has 1 outputs, got 2") { $0.unit("Tone", [.constant(1), .constant(1)], outputs: 2) },
    Mistake("unit 0 (Tone)", "has 1 outputs, got 0") { $0.unit("Tone", [.constant(1), .constant(1)], outputs: 0) },
    Mistake("unit 0 (Tone)", "does not run at control rate") {
      $0.unit("Tone", rate: .control, [.constant(1), .constant(1)])
    },
  ]

  @Test(arguments: mistakes) func mistakesAreToldWithTheirPlace(mistake: Mistake) throws {
    let desk = try ControlDesk()
    do throws(SynthDefError) {
      _ = try desk.engine.blueprint(mistake.def)
      Issue.record("taken")
    } catch {
      for word in mistake.words { #expect(error.description.contains(word), "\(error)") }
      #expect(error.description.contains("SynthDef test"))
    }
  }

  @Test func outputsOfAnotherRateAreRefused() throws {
    let desk = try ControlDesk()
    let unit = SynthDef.Unit("Tone", rate: .audio, inputs: [.constant(1), .constant(1)], outputRates: [.control])
    #expect(throws: SynthDefError.self) {
      try desk.engine.blueprint(SynthDef(name: "test", controls: [], units: [unit]))
    }
  }

  @Test func moreWiresThanThereAre() throws {
    let desk = try ControlDesk { $0.wires = 4 }
    var def = SynthDefBuilder("wide")
    let tones = (0..<5).map { _ in def.unit("Tone", [.constant(100), .constant(1)])[0] }
    def.unit("Out", [.constant(0)] + tones, outputs: 0)
    #expect(throws: SynthDefError.self) { try desk.engine.blueprint(def.build()) }
  }

  // MARK: - Wires

  /// Random graphs of strips: each reads two earlier outputs, or a control where there is none.
  private func randomDef(_ units: Int, seed: UInt64) -> SynthDef {
    var random = SplitMix(seed: seed)
    var def = SynthDefBuilder("random")
    let level = def.control("level", 1, rate: .audio)
    var outputs: [SynthDef.Input] = [level]
    for _ in 0..<units {
      let reach = Int.random(in: 1...outputs.count, using: &random)
      let inputs = (0..<2).map { _ in outputs.suffix(reach).randomElement(using: &random) ?? level }
      outputs += def.unit("DeckStrip", inputs + [level, .constant(0.02), level, .constant(0.02)], outputs: 2)
    }
    def.unit("Out", [.constant(0)] + outputs.suffix(2), outputs: 0)
    return def.build()
  }

  /// Following the wires of a synth as its units run: each input still holds what its source wrote, and no output lies on
  /// an input of the same unit.
  @Test(arguments: 0..<20 as Range<UInt64>) func wiresAreUsedAgainOnlyWhenNobodyReadsThemAnyMore(seed: UInt64) throws {
    let desk = try ControlDesk()
    let def = randomDef(Int(seed) * 10 + 3, seed: seed)
    let blueprint = try desk.engine.blueprint(def)
    let node = blueprint.makeSynth(id: 1, controls: [:], sampleRate: 48_000, wireBase: desk.engine.memory.wires.base)
    defer { UnsafeMutableRawPointer(node).deallocate() }
    let calls = try #require(node.pointee.calls)
    #expect(Int(node.pointee.callCount) == def.units.count)
    var written: [UnsafeMutablePointer<Float>: SynthDef.Input] = [:]
    for (index, unit) in def.units.enumerated() {
      let wires = Wires(calls[index].wires)
      let inputs = unit.inputs.indices.map { wires[$0] }
      let outputs = unit.outputRates.indices.map { wires[unit.inputs.count + $0] }
      for (place, input) in zip(inputs, unit.inputs) {
        if case .wire = input { #expect(written[place] == input) }
      }
      #expect(Set(inputs).isDisjoint(with: outputs) && Set(outputs).count == outputs.count)
      for (output, place) in outputs.enumerated() { written[place] = .wire(unit: index, output: output) }
    }
    #expect(blueprint.wireCount <= def.units.count * 2)
  }

  @Test func aLongChainKeepsToFewWires() throws {
    let desk = try ControlDesk()
    var def = SynthDefBuilder("chain")
    let level = def.control("level", 1, rate: .audio)
    var signal = [level, level]
    for _ in 0..<1000 {
      signal = def.unit("DeckStrip", signal + [level, .constant(0), level, .constant(0)], outputs: 2)
    }
    def.unit("Out", [.constant(0)] + signal, outputs: 0)
    let blueprint = try desk.engine.blueprint(def.build())
    #expect(blueprint.wireCount == 4)
    desk.add(blueprint, id: 1, controls: [0: 1])
    #expect(desk.pull().allSatisfy { $0.allSatisfy { $0 == 1 } })
  }

  @Test func controlsHaveNamesAndStandards() throws {
    let desk = try ControlDesk()
    let blueprint = try desk.source(bus: 0, value: 0.125)
    #expect(blueprint.index(ofControl: "value") == 0)
    #expect(blueprint.index(ofControl: "nothing") == nil)
    desk.add(blueprint, id: 1)
    #expect(desk.pull()[0][5] == 0.125)
    desk.add(blueprint, id: 2, controls: [0: 0.5, 99: 1])
    #expect(desk.pull()[0][5] == 0.625)
  }

  @Test func bothRegistriesKnowTheSameUnits() {
    let best = UnitRegistry.best
    let baseline = UnitRegistry(baseline: true)
    #expect(best.all.map(\.specification.name) == baseline.all.map(\.specification.name))
    #expect(best["StemPlayer"] != nil && best["Nothing"] == nil)
    #expect(!best.build.isEmpty && !baseline.build.isEmpty)
  }
}
