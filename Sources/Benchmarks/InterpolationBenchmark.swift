import Control
import Foundation
import RealTime

/// What a stem costs by each interpolation, and what it costs scsynth by its cubic PlayBuf, measured in turn.
struct InterpolationBenchmark {
  private static let stems = 64
  private static let seconds = 20.0
  private static let rates: [Float] = [0.979, 1.0594631, 2]
  private static let runs = 5

  func run(in folder: String) throws {
    let file = "\(folder)/interpolated.wav"
    try StemFile.write(to: file, seconds: 10)
    let peer = Scsynth()
    let builds = [false, true].map { UnitRegistry(baseline: $0).build }
    Report.line(
      "interpolation: ns a frame of each of \(Self.stems) stereo stems, and the ratio to scsynth's cubic PlayBuf")
    Report.line(Report.row(["rate", "interpolation"] + builds.flatMap { [$0, "ratio"] } + ["scsynth cubic"]))
    for rate in Self.rates {
      for interpolation in Interpolation.allCases { try compare(interpolation, rate, file, folder, peer) }
    }
  }

  private func compare(
    _ interpolation: Interpolation, _ rate: Float, _ file: String, _ folder: String, _ peer: Scsynth?
  ) throws {
    let sessions = try [false, true].map { baseline in
      try (
        StemSession(
          stems: Self.stems, rate: rate, file: file, interpolation: interpolation, baseline: baseline),
        StemSession(stems: 0, rate: rate, file: file, baseline: baseline)
      )
    }
    var ours: [[Double]] = [[], []]
    var theirs: [Double] = []
    for _ in 0..<Self.runs {
      for (build, (full, empty)) in sessions.enumerated() {
        ours[build].append(full.render(seconds: Self.seconds) - empty.render(seconds: Self.seconds))
      }
      guard let peer else { continue }
      let buffers = Self.stems
      let full = try peer.cpuSeconds(
        stems: buffers, buffers: buffers, rate: rate, seconds: Self.seconds, file: file, in: folder)
      let none = try peer.cpuSeconds(
        stems: 0, buffers: buffers, rate: rate, seconds: Self.seconds, file: file, in: folder)
      theirs.append(full - none)
    }
    let frames = Self.seconds * 44_100 * Double(Self.stems)
    func cell(_ times: [Double]) -> String { String(format: "%.2f", Report.median(times) / frames * 1e9) }
    var cells = ["\(rate)", interpolation.name]
    for times in ours {
      let ratios = zip(times, theirs).map { $0 / $1 }
      cells += [cell(times), ratios.isEmpty ? "" : String(format: "%.2f", Report.median(ratios))]
    }
    if !theirs.isEmpty { cells.append(cell(theirs)) }
    Report.line(Report.row(cells))
  }
}
