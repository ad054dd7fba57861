import Control
import Foundation
import OSC
import SoundFiles

/// Whole SynthDefs, many synths of each, rendered offline from the same score by scsynth and by our program of that name:
/// what they cost us, what they cost it, and the geometric mean of the ratios.
struct PatchBenchmark {
  private static let seconds = 10.0
  private static let runs = 5

  private struct Patch {
    var title: String
    var def: PeerSynthDef
    var synths: Int
    /// Controls that differ from synth to synth: the lowest and the highest value.
    var spread: [(String, ClosedRange<Float>)] = []
    var needsBuffer = false
    /// Whether notes begin and end all the time, so that so many sound at once.
    var isSession = false
  }

  private static let patches = [
    Patch(title: "sines, 200 synths", def: .sines, synths: 200, spread: [("freq", 50...1000)]),
    Patch(title: "filtered noise, 200", def: .filteredNoise, synths: 200, spread: [("freq", 600...3000)]),
    Patch(title: "FM voice, 200", def: .frequencyModulation, synths: 200, spread: [("freq", 50...1000)]),
    Patch(title: "FreeVerb2, 50", def: .reverb, synths: 50),
    Patch(title: "combs and all-passes, 20", def: .combs, synths: 20),
    Patch(title: "GrainBuf, 200 voices", def: .grains, synths: 200, spread: [("rate", 0.5...2)], needsBuffer: true),
    Patch(
      title: "TGrains, 200 voices", def: .triggeredGrains, synths: 200, spread: [("rate", 0.5...2)], needsBuffer: true),
    Patch(
      title: "session of 400 notes", def: .note, synths: 400,
      spread: [("freq", 50...1000), ("pan", -1...1), ("cutoff", 500...4000)], isSession: true),
  ]

  func run(in folder: String) throws {
    guard let peer = Scsynth() else {
      Report.line("whole SynthDefs: scsynth is not installed (Scripts/bootstrap.sh test)")
      return
    }
    guard let own = Scsynth.own else {
      Report.line(
        "whole SynthDefs: there is no program scsynth beside this one (swift build -c release --product scsynth)")
      return
    }
    Report.line("Whole SynthDefs, \(Self.seconds) s of stereo: CPU of rendering, median of \(Self.runs) runs in turn")
    Report.line(Report.row(["SynthDef                  ", "ours s", "scsynth s", "ratio"]))
    let sound = "\(folder)/grains.wav"
    let writer = try SoundFileWriter(path: sound, format: .wavFloat32, channels: 1, sampleRate: 44_100)
    var noise = Numbers()
    try writer.write((0..<88_200).map { _ in noise.next(in: -0.5...0.5) }, frames: 88_200)
    try writer.close()
    let silence = BenchmarkScore(seconds: Self.seconds)
    var ratios: [Double] = []
    for patch in Self.patches {
      if let missing = patch.def.units.first(where: { UnitRegistry.best[$0.name] == nil && $0.name != "Control" }) {
        Report.line("\(patch.title): there is no unit \(missing.name)")
        continue
      }
      let score = Self.score(patch, sound: sound)
      var ours: [Double] = []
      var theirs: [Double] = []
      for _ in 0..<Self.runs {
        ours.append(
          try own.cpuSeconds(of: score.bytes, in: folder) - own.cpuSeconds(of: silence.bytes, in: folder))
        theirs.append(
          try peer.cpuSeconds(of: score.bytes, in: folder) - peer.cpuSeconds(of: silence.bytes, in: folder))
      }
      let ratio = Report.median(zip(ours, theirs).map { $0 / $1 })
      ratios.append(ratio)
      Report.line(
        Report.row([
          patch.title.padding(toLength: 26, withPad: " ", startingAt: 0), Self.number(Report.median(ours)),
          Self.number(Report.median(theirs)), Self.number(ratio),
        ]))
    }
    let mean = exp(ratios.reduce(0) { $0 + log($1) } / Double(max(1, ratios.count)))
    Report.line("geometric mean of the ratios: \(Self.number(mean))")
  }

  private static func number(_ value: Double) -> String { String(format: "%.3f", value) }

  private static func score(_ patch: Patch, sound: String) -> BenchmarkScore {
    var score = BenchmarkScore(seconds: seconds)
    score.add(0, OSCMessage("/d_recv", .blob(patch.def.bytes)))
    if patch.needsBuffer { score.add(0, OSCMessage("/b_allocRead", .int32(0), .string(sound))) }
    var numbers = Numbers()
    // Notes last two seconds, the last 0.3 of them their release.
    let step = patch.isSession ? 2 / Double(patch.synths) : 0
    let count = patch.isSession ? Int(seconds / step) : patch.synths
    for index in 0..<count {
      let id = Int32(2000 + index)
      var arguments: [OSCArgument] = [.string(patch.def.name), .int32(id), .int32(0), .int32(0)]
      for (name, range) in patch.spread { arguments += [.string(name), .float32(numbers.next(in: range))] }
      score.add(Double(index) * step, OSCMessage("/s_new", arguments))
      if patch.isSession {
        score.add(Double(index) * step + 1.7, OSCMessage("/n_set", .int32(id), .string("gate"), .int32(0)))
      }
    }
    return score
  }

  /// The same numbers in every run.
  private struct Numbers {
    private var state: UInt32 = 1

    mutating func next(in range: ClosedRange<Float>) -> Float {
      state = state &* 1_664_525 &+ 1_013_904_223
      return range.lowerBound + Float(state >> 8) / 16_777_216 * (range.upperBound - range.lowerBound)
    }
  }
}
