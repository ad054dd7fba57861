import Control
import Foundation

/// What a stem costs, and what it costs scsynth, measured in turn in the same run.
struct StemBenchmark {
  private static let counts = [1, 16, 64, 256]
  private static let rates: [Float] = [1, 0.979]
  private static let runs = 5

  func run(in folder: String) throws {
    let file = "\(folder)/stem.wav"
    try StemFile.write(to: file, seconds: 10)
    let short = "\(folder)/short.wav"
    try StemFile.write(to: short, seconds: 1)
    let peer = Scsynth()
    Report.line("units: \(UnitRegistry.best.build)")
    Report.line(peer.map { "peer: \($0.path) -N" } ?? "peer: scsynth is not installed (Scripts/bootstrap.sh test)")
    Report.line("CPU of one core for each stereo stem at 44.1 kHz, median of \(Self.runs) runs in turn")
    Report.line(Report.row(["rate", "stems", "ours ns/frame", "ours %", "scsynth ns/frame", "scsynth %", "ratio"]))
    for rate in Self.rates {
      for count in Self.counts { try compare(count, rate, file, folder, peer) }
    }
    try fill(short, folder, peer)
  }

  private func compare(_ stems: Int, _ rate: Float, _ file: String, _ folder: String, _ peer: Scsynth?) throws {
    let session = try StemSession(stems: stems, rate: rate, file: file)
    let empty = try StemSession(stems: 0, rate: rate, file: file)
    // Enough of it that the clock's grain does not matter: about two thousand stem seconds.
    let seconds = min(1200, max(20, 2000 / Double(stems)))
    var ours: [Double] = []
    var theirs: [Double] = []
    for _ in 0..<Self.runs {
      ours.append(session.render(seconds: seconds) - empty.render(seconds: seconds))
      if let peer {
        let full = try peer.cpuSeconds(
          stems: stems, buffers: stems, rate: rate, seconds: seconds, file: file, in: folder)
        let none = try peer.cpuSeconds(
          stems: 0, buffers: stems, rate: rate, seconds: seconds, file: file, in: folder)
        theirs.append(full - none)
      }
    }
    let scale = 1 / (seconds * Double(stems))
    let mine = Report.median(ours) * scale
    var cells = ["\(rate)", "\(stems)", number(mine / 44_100 * 1e9), number(mine * 100)]
    if !theirs.isEmpty {
      let other = Report.median(theirs) * scale
      let ratios = zip(ours, theirs).map { $0 / $1 }
      cells += [number(other / 44_100 * 1e9), number(other * 100), number(Report.median(ratios))]
    }
    Report.line(Report.row(cells))
  }

  /// As many stems as one core renders in real time, ours and the peer's.
  private func fill(_ file: String, _ folder: String, _ peer: Scsynth?) throws {
    for rate in Self.rates {
      let ours = try most { try isRealTime($0, rate, file) }
      var line = "rate \(rate): \(ours) stereo stems fit in real time on one core"
      if let peer {
        let theirs = try most { stems in
          let seconds = 2.0
          let full = try peer.cpuSeconds(
            stems: stems, buffers: stems, rate: rate, seconds: seconds, file: file, in: folder)
          let none = try peer.cpuSeconds(stems: 0, buffers: stems, rate: rate, seconds: seconds, file: file, in: folder)
          return full - none < seconds
        }
        line += ", of scsynth's \(theirs)"
      }
      Report.line(line)
    }
  }

  /// The largest number up to 8192 that fits, to three in a hundred.
  private func most(_ fits: (Int) throws -> Bool) throws -> Int {
    var low = 64
    var high = 64
    while try fits(high), high < 8192 {
      low = high
      high *= 2
    }
    while high - low > low / 32 {
      let middle = (low + high) / 2
      if try fits(middle) { low = middle } else { high = middle }
    }
    return low
  }

  private func isRealTime(_ stems: Int, _ rate: Float, _ file: String) throws -> Bool {
    try StemSession(stems: stems, rate: rate, file: file).render(seconds: 1) < 1
  }

  private func number(_ value: Double) -> String { String(format: "%.3f", value) }
}
