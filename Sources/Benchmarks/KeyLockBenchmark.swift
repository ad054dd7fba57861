import Foundation
import KeyLock

/// What key-lock costs a stem and a deck, and what the nearest thing in scsynth does: PitchShift, which has grains where
/// ours has a phase vocoder that keeps onsets, and lets nothing belong together.
struct KeyLockBenchmark {
  private static let rate: Float = 1.05
  private static let seconds = 10.0
  private static let runs = 3

  func run(in folder: String) throws {
    let file = "\(folder)/locked.wav"
    try StemFile.write(to: file, seconds: 10)
    let peer = Scsynth()
    Report.line("key-lock at rate \(Self.rate): CPU of one core beyond varispeed's, on threads of its own when live")
    Report.line(
      "decks × stems   engine   each stem %   each deck %" + (peer == nil ? "" : "   scsynth's PitchShift %   ratio"))
    for (decks, stems) in [(1, 1), (2, 4), (4, 4)] {
      for engine in KeyLockEngine.allCases {
        var ours: [Double] = []
        var theirs: [Double] = []
        for _ in 0..<Self.runs {
          ours.append(try cost(decks, stems, engine, file))
          if let peer { theirs.append(try cost(decks * stems, file, folder, peer)) }
        }
        let each = ours.sorted()[Self.runs / 2] / Self.seconds / Double(decks * stems) * 100
        var line = "\(decks) × \(stems)           \(engine.rawValue)       "
        line += String(format: "%.2f          %.2f", each, each * Double(stems))
        if !theirs.isEmpty {
          let other = theirs.sorted()[Self.runs / 2] / Self.seconds / Double(decks * stems) * 100
          line += String(format: "          %.2f                    %.1f", other, each / other)
        }
        Report.line(line)
      }
    }
  }

  private func cost(_ decks: Int, _ stems: Int, _ engine: KeyLockEngine, _ file: String) throws -> Double {
    let locked = try StemSession(stems: decks * stems, rate: Self.rate, file: file, decks: decks, keyLock: engine)
    let free = try StemSession(stems: decks * stems, rate: Self.rate, file: file, decks: decks)
    return locked.render(seconds: Self.seconds, pull: 1024) - free.render(seconds: Self.seconds, pull: 1024)
  }

  private func cost(_ stems: Int, _ file: String, _ folder: String, _ peer: Scsynth) throws -> Double {
    let shifted = try peer.cpuSeconds(
      stems: stems, buffers: stems, rate: Self.rate, seconds: Self.seconds, file: file, in: folder, def: .keyLockedStem)
    return try shifted
      - peer.cpuSeconds(
        stems: stems, buffers: stems, rate: Self.rate, seconds: Self.seconds, file: file, in: folder)
  }
}
