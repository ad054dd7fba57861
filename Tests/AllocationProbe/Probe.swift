#if os(Linux)
import CRealTime
import Control
import Foundation
import OSC
import RealTime
import Render
import SoundFiles
import StemProtocol

/// Counts calls of the allocator, and prints what it counted: a name and a number on each line.
enum Probe {
  private static func tell(_ name: String, _ value: Int) { print(name, value) }

  /// What a thread allocates that is known to allocate: the census counts.
  private static func countKnownAllocations() -> Census.Count {
    Census.begin()
    var arrays: [[Int]] = []
    for index in 0..<100 { arrays.append([Int](repeating: index, count: 1000 + index)) }
    let sum = arrays.reduce(0) { $0 + ($1.last ?? 0) }
    arrays = []
    let count = Census.end()
    return sum == 4950 ? count : Census.Count(allocations: 0, frees: 0)
  }

  /// The audio thread renders while control, on this one, does everything at once.
  static func countOnTheAudioThread() throws {
    let known = countKnownAllocations()
    tell("known-allocations", known.allocations)
    tell("known-frees", known.frees)

    let wallClock: @Sendable (Double) -> OSCTimeTag = { _ in
      OSCTimeTag(secondsSince1970: Date().timeIntervalSince1970)
    }
    let timebase = StemTimebase(hostNanoseconds: { _ in Int64(MonotonicClock.nanoseconds) }, wallClock: wallClock)
    let session = try Session(loading: .background, timebase: timebase, wallClock: wallClock)
    let audio = AudioThread(session.engine.renderer)
    audio.start()
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("syrinx-\(UUID().uuidString).wav").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try session.server.record(to: path)
    var synths = 0
    for _ in 0..<20 {
      session.playRound {
        // At least a few blocks.
        let position = session.engine.position
        while session.engine.position < position + 512 { sched_yield() }
        session.server.poll()
        synths = max(synths, session.engine.memory.telemetry.synthCount)
      }
    }
    audio.stop()
    tell("audio-allocations", audio.count.allocations)
    tell("audio-frees", audio.count.frees)
    tell("audio-frames", Int(audio.frames))
    tell("audio-peak-percent", Int(audio.peak * 100))
    tell("most-synths", synths)
  }

  /// Everything on one thread: what control allocated for a round is freed when the round is over.
  static func countWhatControlKeeps() throws {
    let start = OSCTimeTag(seconds: 3_900_000_000, fraction: 0)
    let session = try Session(
      loading: .inline, timebase: .rendered(from: start), wallClock: { start.advanced(bySeconds: $0) })
    let outputs = UnsafeMutablePointer<UnsafeMutablePointer<Float>>.allocate(capacity: 2)
    for channel in 0..<2 { (outputs + channel).initialize(to: .allocate(capacity: 4096)) }
    var frames = 0.0
    func turn(_ count: Int) {
      let renderer = session.engine.renderer
      renderer.function(renderer.context, nil, outputs, count, UInt64(frames * 1e9 / 44_100))
      frames += Double(count)
      session.server.poll()
    }
    func rounds(_ count: Int) {
      for _ in 0..<count { session.playRound { turn(512) } }
      // Until the last tone and the last fade are over.
      for _ in 0..<20 { turn(4096) }
    }
    Census.begin()
    turn(512)
    tell("synths-at-first", session.engine.memory.telemetry.synthCount)
    // Enough for every table to have grown.
    rounds(10)
    let before = Census.now
    rounds(20)
    let after = Census.end()
    tell("kept-by-control", (after.allocations - after.frees) - (before.allocations - before.frees))
    tell("allocated-by-control", after.allocations - before.allocations)
    tell("synths-left", session.engine.memory.telemetry.synthCount)
  }
}
#endif
