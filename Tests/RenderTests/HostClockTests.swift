import RealTime
import Render
import TestRandomness
import Testing

/// Which frame belongs to a monotonic time, measured by when commands of that time take effect.
@Suite struct HostClockTests {
  /// Where a command of that time took effect.
  private func frame(at nanoseconds: Int64, _ desk: Desk, next: () -> Void) -> Int64? {
    desk.send([RenderCommand(.setRunning, node: 0, value: 1)], .host, time: nanoseconds)
    for _ in 0..<50 {
      next()
      if let applied = desk.take(.applied).first { return applied.position }
    }
    return nil
  }

  /// A device whose calls come with up to a tenth of a millisecond of jitter, and whose clock is a little off: within a
  /// frame of the truth, once the loop has settled.
  @Test(arguments: [64, 256, 1024], [0, 200e-6, -200e-6]) func jitterIsEvenedOut(block: Int, drift: Double) throws {
    let desk = Desk(sampleRate: 48_000)
    var random = SplitMix(seed: 3)
    let nanosecondsPerFrame = 1e9 / 48_000 * (1 + drift)
    let origin = 5e12
    func truth(_ frame: Int64) -> Double { origin + Double(frame) * nanosecondsPerFrame }
    func pull() {
      let jitter = Double.random(in: -100_000...100_000, using: &random)
      desk.pull(block, at: UInt64(truth(desk.pulled) + jitter))
    }
    while desk.pulled < 48_000 * 20 { pull() }
    var worst: Int64 = 0
    for turn in 0..<50 {
      let wanted = desk.pulled + Int64(2 * block + 200 + turn * 3)
      let got = try #require(frame(at: Int64(truth(wanted)), desk, next: pull))
      worst = max(worst, abs(got - wanted))
    }
    #expect(worst <= 1, "\(worst) frames off")
  }

  /// Without jitter every frame is exact, whatever the device asks for at a time, up to seconds.
  @Test(arguments: [1, 64, 333, 4096, 65_536], [1000, 44_100, 192_000.0]) func steadyCallsAreExact(
    block: Int, rate: Double
  ) throws {
    let desk = Desk(sampleRate: rate)
    func pull() { desk.pull(block) }
    for _ in 0..<40 { pull() }
    for turn in 0..<20 {
      let wanted = desk.pulled + Int64(64 + turn * 7 + (block > 1 ? block : 0))
      let time = Int64(Double(wanted) * 1e9 / rate)
      desk.send([RenderCommand(.setRunning, node: 0, value: 1)], .host, time: time)
      while desk.pulled < wanted + 128 { pull() }
      let applied = try #require(desk.take(.applied).first)
      #expect(applied.position == wanted && applied.first == 0)
    }
  }

  /// After a stall the loop starts anew instead of creeping up for seconds.
  @Test func aStallResetsTheLoop() throws {
    let desk = Desk(sampleRate: 48_000)
    var stalled: Int64 = 0
    func time(_ frame: Int64) -> Int64 { Int64(Double(frame) * 1e9 / 48_000) + stalled }
    func pull() { desk.pull(256, at: UInt64(time(desk.pulled))) }
    while desk.pulled < 48_000 { pull() }
    stalled = 3_000_000_000
    pull()
    let wanted = desk.pulled + 1001
    #expect(try #require(frame(at: time(wanted), desk, next: pull)) == wanted)
    // Back in time, as when a machine wakes up with another clock.
    stalled = -500_000_000
    pull()
    let next = desk.pulled + 1001
    #expect(try #require(frame(at: time(next), desk, next: pull)) == next)
  }
}
