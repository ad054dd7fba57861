import RealTime
import Render
import TestRandomness
import Testing

/// When commands take effect, and in which order.
@Suite struct TransactionTests {
  /// Ten thousand at random frames: applied by frame, then by the order in which they came.
  @Test(arguments: [1, 64, 100, 1024]) func byFrameThenByOrder(pull: Int) {
    let desk = Desk()
    var random = SplitMix(seed: 1)
    var expected: [(frame: Int64, number: UInt64)] = []
    for _ in 0..<10_000 {
      let frame = Int64.random(in: 0..<20_000, using: &random) / 4 * 4
      expected.append((frame, desk.send([RenderCommand(.setRunning, node: 0, value: 1)], .frame, time: frame)))
    }
    while desk.pulled < 20_000 { desk.pull(pull) }
    let applied = desk.take(.applied)
    let order = expected.sorted { ($0.frame, $0.number) < ($1.frame, $1.number) }
    #expect(applied.map(\.identifier) == order.map(\.number))
    #expect(applied.map(\.position) == order.map(\.frame))
    #expect(applied.allSatisfy { $0.first == 0 })
  }

  /// Sent a little ahead of their time, from one pull to the next.
  @Test func comingAsTimeGoesOn() {
    let desk = Desk()
    var random = SplitMix(seed: 2)
    var expected: [(frame: Int64, number: UInt64)] = []
    for _ in 0..<400 {
      for _ in 0..<10 {
        let frame = desk.pulled + 64 + Int64.random(in: 0..<2000, using: &random)
        expected.append((frame, desk.send([RenderCommand(.setRunning, node: 0, value: 1)], .frame, time: frame)))
      }
      desk.pull(Int.random(in: 1...300, using: &random))
    }
    desk.pull(5000)
    let applied = desk.take(.applied)
    let order = expected.sorted { ($0.frame, $0.number) < ($1.frame, $1.number) }
    #expect(applied.map(\.identifier) == order.map(\.number))
    #expect(applied.map(\.position) == order.map(\.frame))
  }

  @Test(arguments: [(6399, 1), (6000, 400), (0, 6400), (-1, 6400), (.min, 6400)] as [(Int64, Float)])
  func lateOnesAreTold(time: Int64, late: Float) {
    let desk = Desk()
    let log = ProbeUnit.Log.make(desk)
    desk.pull(6400)
    desk.send([Desk.add(desk.synth(1, ProbeUnit(log: log)), .tail, 0)], .frame, time: time)
    desk.pull()
    let applied = desk.take(.applied)
    #expect(applied.map(\.first) == [late])
    #expect(applied.map(\.position) == [6400])
    #expect(log.pointee.offsets[0] == 0 && log.takeIDs() == [1])
  }

  @Test func farTimesWait() {
    let desk = Desk()
    desk.send([RenderCommand(.setRunning, node: 0, value: 1)], .frame, time: .max)
    desk.send([RenderCommand(.setRunning, node: 0, value: 1)], .host, time: .max)
    desk.send([RenderCommand(.setRunning, node: 0, value: 1)], .host, time: .min)
    for _ in 0..<100 { desk.pull(1000) }
    #expect(desk.take(.applied).map(\.identifier) == [3])
    var given = 0
    desk.engine.pointee.releaseTransactions { _ in given += 1 }
    #expect(given == 2)
  }

  /// A node begins at its frame of the block, and is told so once.
  @Test(arguments: [0, 1, 37, 63, 64, 65, 6400, 6437] as [Int64]) func nodesBeginAtTheirFrame(frame: Int64) {
    let desk = Desk()
    let log = ProbeUnit.Log.make(desk)
    desk.send([Desk.add(desk.synth(1, ProbeUnit(log: log)), .tail, 0)], .frame, time: frame)
    while desk.pulled <= frame + 128 { desk.pull(50) }
    #expect(log.pointee.positions[0] + Int64(log.pointee.offsets[0]) == frame)
    #expect(log.pointee.positions[0] % 64 == 0)
    #expect(log.pointee.offsets[1] == 0 && log.pointee.positions[1] == log.pointee.positions[0] + 64)
  }

  /// A control at audio rate steps at its frames; what was last set holds.
  @Test(arguments: [0, 5, 63]) func audioRateControlsStepAtTheirFrames(first: Int) {
    let desk = Desk()
    desk.send([Desk.add(desk.synth(1, ProbeUnit(bus: 0), controls: [.audio]), .tail, 0)])
    desk.pull()
    var expected = [Float](repeating: 0, count: 512)
    for (frame, value) in [(first, 1), (first + 7, 2), (first + 64, 3), (first + 200, 4), (first + 200, 5)] {
      desk.send([RenderCommand(.setControl, node: 1, index: 0, value: Float(value))], .frame, time: Int64(64 + frame))
      for index in frame..<512 { expected[index] = Float(value) }
    }
    #expect(desk.pull(512) == expected)
  }

  /// A control at control rate is one value a block, from the block it was set in.
  @Test func controlRateControlsHoldForABlock() {
    let desk = Desk()
    let node = desk.synth(1, ProbeUnit(bus: -1), controls: [.control])
    desk.send([Desk.add(node, .tail, 0), RenderCommand(.setControl, node: 1, index: 0, value: 0.25)])
    desk.pull()
    #expect(node.pointee.controls?[0].values.pointee == 0.25)
    desk.send([RenderCommand(.setControl, node: 1, index: 0, value: 0.5)], .frame, time: 100)
    desk.pull()
    #expect(node.pointee.controls?[0].values.pointee == 0.5)
  }

  /// A transaction that makes a node and sets it is whole.
  @Test func aNodeIsMadeAndSetAtOneFrame() {
    let desk = Desk()
    desk.send(
      [
        Desk.add(desk.synth(1, ProbeUnit(bus: 0), controls: [.audio]), .tail, 0),
        RenderCommand(.setControl, node: 1, index: 0, value: 7), RenderCommand(.freeNode, node: 2),
      ], .frame, time: 20)
    let samples = desk.pull(128)
    #expect(samples[20...].allSatisfy { $0 == 7 })
    #expect(desk.take(.applied).map(\.index) == [RenderFailure.noSuchNode.rawValue])
  }
}
