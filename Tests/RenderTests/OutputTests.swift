import RealTime
import Render
import Testing

/// From the buses to the device and to taps, and the end of it all.
@Suite struct OutputTests {
  private static func ramp(_ desk: Desk, steps: Int) {
    for frame in 0..<steps {
      desk.send([RenderCommand(.setControl, node: 1, index: 0, value: Float(frame + 1))], .frame, time: Int64(frame))
    }
  }

  /// Blocks are never split, pulls are any size: the same samples.
  @Test(arguments: [1, 7, 63, 64, 65, 441, 4096]) func pullsOfAnySize(pull: Int) {
    let desk = Desk()
    desk.send([Desk.add(desk.synth(1, ProbeUnit(bus: 0), controls: [.audio]), .tail, 0)])
    Self.ramp(desk, steps: 1000)
    var samples: [Float] = []
    while samples.count < 1000 { samples += desk.pull(pull) }
    #expect(Array(samples[..<1000]) == (1...1000).map { Float($0) })
    #expect(desk.memory.telemetry.position >= 1000)
  }

  /// A bus that nobody writes is silent, also when it held something in the block before.
  @Test func unwrittenOutputsAreSilent() {
    let desk = Desk()
    desk.send([
      Desk.add(desk.synth(1, ProbeUnit(bus: 0), controls: [.audio]), .tail, 0),
      RenderCommand(.setControl, node: 1, index: 0, value: 1),
    ])
    #expect(desk.pull().allSatisfy { $0 == 1 })
    #expect(desk.channel(1, 64).allSatisfy { $0 == 0 })
    desk.send([RenderCommand(.freeNode, node: 1)])
    #expect(desk.pull().allSatisfy { $0 == 0 })
  }

  @Test func tapsTakeEveryBlock() {
    let desk = Desk()
    desk.send([Desk.add(desk.synth(1, ProbeUnit(bus: 1), controls: [.audio]), .tail, 0)])
    Self.ramp(desk, steps: 640)
    let indices = desk.allocate(32 * 8).bindMemory(to: Int64.self, capacity: 32)
    let samples = desk.allocate(1024 * 4).bindMemory(to: Float.self, capacity: 1024)
    let tap = desk.allocate(MemoryLayout<OutputTap>.stride).bindMemory(to: OutputTap.self, capacity: 1)
    tap.initialize(to: OutputTap(samples: samples, capacity: 1024, firstBus: 0, channels: 2, indices: indices))
    let other = desk.allocate(MemoryLayout<OutputTap>.stride).bindMemory(to: OutputTap.self, capacity: 1)
    let otherIndices = desk.allocate(32 * 8).bindMemory(to: Int64.self, capacity: 32)
    let otherSamples = desk.allocate(1024 * 4).bindMemory(to: Float.self, capacity: 1024)
    other.initialize(
      to: OutputTap(samples: otherSamples, capacity: 1024, firstBus: 1, channels: 1, indices: otherIndices))
    desk.send([
      RenderCommand(.addTap, pointer: UInt(bitPattern: tap)), RenderCommand(.addTap, pointer: UInt(bitPattern: other)),
    ])
    desk.pull(256)
    #expect(indices[0] == 512 && otherIndices[0] == 256)
    #expect((0..<256).allSatisfy { samples[2 * $0] == 0 && samples[2 * $0 + 1] == Float($0 + 1) })
    #expect((0..<256).allSatisfy { otherSamples[$0] == Float($0 + 1) })
    // Full after 512 frames: the rest is lost, and counted.
    desk.pull(384)
    #expect(indices[0] == 1024 && indices[24] == 128)
    desk.send([RenderCommand(.removeTap, pointer: UInt(bitPattern: tap))])
    desk.pull(64)
    #expect(indices[24] == 128 && otherIndices[0] == 704)
    // One that is removed before it was added is never fed.
    let never = desk.allocate(MemoryLayout<OutputTap>.stride).bindMemory(to: OutputTap.self, capacity: 1)
    never.initialize(
      to: OutputTap(samples: otherSamples, capacity: 1024, firstBus: 1, channels: 1, indices: otherIndices))
    desk.send([
      RenderCommand(.removeTap, pointer: UInt(bitPattern: other)), RenderCommand(.removeTap, pointer: 0),
      RenderCommand(.removeTap, pointer: UInt(bitPattern: never)),
      RenderCommand(.addTap, pointer: UInt(bitPattern: never)),
    ])
    desk.pull(64)
    #expect(otherIndices[0] == 704)
  }

  /// At the end control gets everything back that it gave, whatever state it is in.
  @Test func everythingComesBack() {
    let desk = Desk(events: 2)
    let log = ProbeUnit.Log.make(desk)
    var given: Set<UInt> = []
    var back: [UInt] = []
    desk.send([Desk.add(desk.group(1000), .tail, 0)])
    for id: Int32 in 1...50 {
      let node = id % 5 == 0 ? desk.group(id) : desk.synth(id, ProbeUnit(log: log, blocks: id % 7))
      given.insert(UInt(bitPattern: node))
      desk.send([Desk.add(node, .tail, id % 5 == 1 ? 1000 : id - 1)])
    }
    desk.send([RenderCommand(.freeNode, node: 7)], .frame, time: 1_000_000)
    desk.pull(320)
    back += desk.take(.nodeEnded).map(\.pointer)
    var transactions = desk.take(.applied).count
    desk.engine.pointee.release(
      nodes: { if $0.pointee.id != 1000 { back.append(UInt(bitPattern: $0)) } }, applied: { _ in transactions += 1 })
    #expect(back.count == given.count && Set(back) == given)
    desk.engine.pointee.releaseTransactions { _ in transactions += 1 }
    #expect(transactions == 52)
  }
}
