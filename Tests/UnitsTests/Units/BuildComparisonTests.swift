import Foundation
import RealTime
import Testing

/// Both builds of a unit sound the same.
@Suite(.enabled(if: UnitBuilds.runsV3, "this processor has no AVX2")) struct BuildComparisonTests {
  /// Units that have nothing to say where no bus, no trigger and no score is, or say it in bits that are no float.
  private static let silent: Set<String> = [
    "BufWr", "CheckBadValues", "ClearBuf", "CoinGate", "DC", "DelTapWr", "DetectIndex", "DetectSilence", "DiskIn",
    "Done", "EnvGen", "Formlet", "Free", "FreeSelfWhenDone", "In", "InFeedback", "InTrig", "K2A", "Klang", "Klank",
    "LagIn", "LocalIn", "MaxLocalBufs", "NodeID", "NumInputBuses", "NumRunningSynths", "Pause", "PauseSelfWhenDone",
    "RandID", "RandSeed", "RecordBuf", "ScopeOut", "Select", "SetBuf", "SubsampleOffset", "T2A", "TDelay", "VDiskIn",
  ]

  @Test(arguments: UnitBuilds.baseline.map(\.specification.name)) func differByRoundingOnly(name: String) {
    let rendered = [UnitBuilds.baseline, UnitBuilds.v3].map { units in
      let bench = UnitBench()
      bench.fillBuffers()
      let unit = UnitBuilds.unit(name, units)
      return bench.run(unit, bench.usual(unit), outputs: bench.outputs(unit), blocks: 600, startOffset: 13)
    }
    for (one, other) in zip(rendered[0], rendered[1]) {
      let power = one.reduce(0.0) { $0 + Double($1) * Double($1) }
      let difference = zip(one, other).reduce(0.0) { $0 + pow(Double($1.0) - Double($1.1), 2) }
      #expect(one.allSatisfy(\.isFinite) && other.allSatisfy(\.isFinite))
      let residual = difference == 0 ? -Double.infinity : 10 * log10(difference / power)
      #expect(residual < -120, "\(residual) dB")
    }
    #expect(rendered[0].isEmpty || Self.silent.contains(name) || rendered[0].contains { $0.contains { $0 != 0 } })
  }
}
