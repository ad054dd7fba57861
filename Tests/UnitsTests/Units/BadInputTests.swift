import RealTime
import Testing

/// Whatever stands at its inputs, a unit renders its block and nothing traps.
@Suite struct BadInputTests {
  static let values: [Float] = [
    .nan, -.nan, .infinity, -.infinity, 3e38, -3e38, .leastNonzeroMagnitude, -1, 0, 1e9, 16_777_216,
  ]

  @Test(arguments: UnitBuilds.baseline.map(\.specification.name)) func anyNumberAnywhere(name: String) {
    let builds = UnitBuilds.runsV3 ? [UnitBuilds.baseline, UnitBuilds.v3] : [UnitBuilds.baseline]
    for units in builds {
      let unit = UnitBuilds.unit(name, units)
      let bench = UnitBench(sampleRate: 48_000)
      bench.fillBuffers()
      for (index, input) in unit.specification.inputs.enumerated() {
        for value in Self.values {
          var signals = bench.usual(unit)
          signals[index] = input.rates == [.audio] ? .audio { $0 % 97 == 50 ? value : 0.5 } : .constant(value)
          let outputs = bench.run(unit, signals, outputs: bench.outputs(unit), blocks: 6, startOffset: 63)
          #expect(outputs.allSatisfy { $0.count == 6 * 64 })
        }
      }
      // All at once.
      for value in Self.values {
        let signals = unit.specification.inputs.map { input -> UnitBench.Signal in
          input.rates == [.audio] ? .audio { _ in value } : .constant(value)
        }
        #expect(bench.run(unit, signals, outputs: bench.outputs(unit), blocks: 6).allSatisfy { $0.count == 6 * 64 })
      }
    }
  }

  /// What leaves the master is always a number, and never beyond its ceiling.
  @Test(arguments: values, [1, 2] as [Float]) func theMasterHoldsItsCeiling(value: Float, limiter: Float) {
    let bench = UnitBench()
    let outputs = bench.run(
      UnitBuilds.unit("MasterStrip"),
      [
        .audio { $0 % 3 == 0 ? value : 0.1 }, .audio { _ in -value }, .audio { _ in 1 }, .constant(0.02),
        .constant(limiter),
      ], blocks: 4)
    #expect(outputs.allSatisfy { $0.allSatisfy { abs($0) <= 0.9 } })
  }

  /// Behind the last bus there is none: nothing is written, silence is read.
  @Test(arguments: [3e38, 64, 1e9] as [Float]) func noBus(number: Float) {
    let bench = UnitBench()
    for bus in 0..<UnitBench.busCount { bench.write(0.25, toBus: bus) }
    let read = bench.run(UnitBuilds.unit("In"), [.constant(number)], outputs: 2, blocks: 1)
    #expect(read.allSatisfy { $0.allSatisfy { $0 == 0 } })
    for bus in 0..<UnitBench.busCount { bench.write(0.25, toBus: bus) }
    _ = bench.run(
      UnitBuilds.unit("Out"), [.constant(number), .audio { _ in 1 }, .audio { _ in 1 }], outputs: 0, blocks: 1)
    #expect((0..<UnitBench.busCount).allSatisfy { bench.bus($0).allSatisfy { $0 == 0.25 } })
  }

  /// A number below 0, or none at all, leaves a unit where it begins: at bus 0, as scsynth's do.
  @Test(arguments: [.nan, -1, -.infinity] as [Float]) func busBelowZero(number: Float) {
    let bench = UnitBench()
    for bus in 0..<UnitBench.busCount { bench.write(0.25, toBus: bus) }
    _ = bench.run(
      UnitBuilds.unit("Out"), [.constant(number), .audio { _ in 1 }, .audio { _ in 1 }], outputs: 0, blocks: 1)
    #expect((0..<2).allSatisfy { bench.bus($0).allSatisfy { $0 == 1.25 } })
    #expect((2..<UnitBench.busCount).allSatisfy { bench.bus($0).allSatisfy { $0 == 0.25 } })
  }

  /// The last bus takes one channel; two do not fit there.
  @Test func theTableEnds() {
    let bench = UnitBench()
    _ = bench.run(UnitBuilds.unit("Out"), [.constant(63), .audio { _ in 1 }], outputs: 0, blocks: 1)
    #expect(bench.bus(63).allSatisfy { $0 == 1 })
    _ = bench.run(
      UnitBuilds.unit("Out"), [.constant(63), .audio { _ in 0.5 }, .audio { _ in 0.5 }], outputs: 0, blocks: 1)
    #expect(!bench.bus(63).contains { $0 == 0.5 })
  }
}
