import RealTime
import Render
import TestRandomness
import Testing

/// The order in which nodes run, and what becomes of those that end.
@Suite struct NodeTreeTests {
  /// Adds a probe to the tree of a desk.
  private func add(
    _ id: Int32, _ action: AddAction, _ target: Int32, _ desk: Desk, _ log: UnsafeMutablePointer<ProbeUnit.Log>,
    blocks: Int32 = 0
  ) {
    desk.send([Desk.add(desk.synth(id, ProbeUnit(log: log, blocks: blocks)), action, target)])
  }

  @Test func addActions() {
    let desk = Desk()
    let log = ProbeUnit.Log.make(desk)
    desk.send([Desk.add(desk.group(10), .head, 0), Desk.add(desk.group(20), .tail, 0)])
    add(1, .head, 10, desk, log)
    add(2, .head, 10, desk, log)
    add(3, .tail, 10, desk, log)
    add(4, .before, 1, desk, log)
    add(5, .after, 1, desk, log)
    add(6, .tail, 20, desk, log)
    add(7, .before, 20, desk, log)
    add(8, .after, 10, desk, log)
    add(9, .replace, 3, desk, log)
    add(11, .head, 0, desk, log)
    desk.pull()
    #expect(log.takeIDs() == [11, 2, 4, 1, 5, 9, 8, 7, 6])
    #expect(desk.take(.nodeEnded).map(\.node) == [3])
    #expect(desk.take(.applied).allSatisfy { $0.index == 0 })
    #expect(desk.memory.telemetry.synthCount == 9 && desk.memory.telemetry.groupCount == 3)
    desk.send([RenderCommand(.freeNode, node: 10)])
    desk.pull()
    #expect(log.takeIDs() == [11, 8, 7, 6])
    #expect(Set(desk.take(.nodeEnded).map(\.node)) == [2, 4, 1, 5, 9, 10])
    desk.send([RenderCommand(.freeChildren, node: 0)])
    desk.pull()
    #expect(log.takeIDs().isEmpty)
    #expect(desk.memory.telemetry.synthCount == 0 && desk.memory.telemetry.groupCount == 1)
  }

  @Test func pausedNodesDoNotRun() {
    let desk = Desk()
    let log = ProbeUnit.Log.make(desk)
    desk.send([Desk.add(desk.group(10), .tail, 0)])
    add(1, .tail, 10, desk, log)
    add(2, .tail, 0, desk, log)
    desk.send([RenderCommand(.setRunning, node: 10, value: 0)])
    desk.pull()
    #expect(log.takeIDs() == [2])
    desk.send([RenderCommand(.setRunning, node: 10, value: 1), RenderCommand(.setRunning, node: 2, value: 0)])
    desk.pull()
    #expect(log.takeIDs() == [1])
  }

  /// Nodes that free themselves while the tree is walked, and those that come after them.
  @Test func freedWhileTheTreeIsWalked() {
    let desk = Desk()
    let log = ProbeUnit.Log.make(desk)
    desk.send([Desk.add(desk.group(100), .tail, 0)])
    for id: Int32 in 1...9 { add(id, .tail, 100, desk, log, blocks: id % 3 + 1) }
    add(10, .tail, 0, desk, log)
    desk.pull()
    #expect(log.takeIDs() == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    #expect(desk.take(.nodeEnded).map(\.node) == [3, 6, 9])
    desk.pull()
    #expect(log.takeIDs() == [1, 2, 4, 5, 7, 8, 10])
    desk.pull()
    #expect(log.takeIDs() == [2, 5, 8, 10])
    desk.pull()
    #expect(log.takeIDs() == [10])
    #expect(Set(desk.take(.nodeEnded).map(\.node)) == [1, 2, 4, 5, 7, 8])
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    var name: String
    var failure: RenderFailure
    var node: Int32
    var make: @Sendable (Desk) -> RenderCommand
    var testDescription: String { name }
  }

  static let mistakes = [
    Mistake(name: "free a node that is not there", failure: .noSuchNode, node: 99) { _ in
      RenderCommand(.freeNode, node: 99)
    },
    Mistake(name: "free the root", failure: .noSuchNode, node: 0) { _ in RenderCommand(.freeNode, node: 0) },
    Mistake(name: "free the children of none", failure: .noSuchGroup, node: 99) { _ in
      RenderCommand(.freeChildren, node: 99)
    },
    Mistake(name: "pause a node that is not there", failure: .noSuchNode, node: 99) { _ in
      RenderCommand(.setRunning, node: 99)
    },
    Mistake(name: "set a control of none", failure: .noSuchNode, node: 99) { _ in RenderCommand(.setControl, node: 99)
    },
    Mistake(name: "set a control that is not there", failure: .noSuchControl, node: 1) { _ in
      RenderCommand(.setControl, node: 1, index: 5)
    },
    Mistake(name: "set a control below all", failure: .noSuchControl, node: 1) { _ in
      RenderCommand(.setControl, node: 1, index: -1)
    },
    Mistake(name: "set a group's control", failure: .noSuchControl, node: 10) { _ in
      RenderCommand(.setControl, node: 10)
    },
    Mistake(name: "add to a target that is not there", failure: .noSuchTarget, node: 99) { desk in
      Desk.add(desk.group(5), .head, 99)
    },
    Mistake(name: "add to a synth", failure: .targetTakesNoNode, node: 1) { desk in Desk.add(desk.group(5), .tail, 1) },
    Mistake(name: "add beside the root", failure: .targetTakesNoNode, node: 0) { desk in
      Desk.add(desk.group(5), .before, 0)
    },
    Mistake(name: "replace the root", failure: .targetTakesNoNode, node: 0) { desk in
      Desk.add(desk.group(5), .replace, 0)
    },
    Mistake(name: "an id twice", failure: .duplicateNode, node: 10) { desk in Desk.add(desk.group(10), .head, 0) },
    Mistake(name: "the root's id", failure: .duplicateNode, node: 0) { desk in Desk.add(desk.group(0), .head, 0) },
    Mistake(name: "a buffer beyond the table", failure: .noSuchBuffer, node: 0) { desk in
      RenderCommand(.setBuffer, index: .max, pointer: UInt(bitPattern: desk.allocate(64)))
    },
    Mistake(name: "a buffer below the table", failure: .noSuchBuffer, node: 0) { desk in
      RenderCommand(.setBuffer, index: -1, pointer: UInt(bitPattern: desk.allocate(64)))
    },
  ]

  /// A mistake is told, and what stands around it in the transaction happens all the same.
  @Test(arguments: mistakes) func mistakesAreTold(mistake: Mistake) {
    let desk = Desk()
    let log = ProbeUnit.Log.make(desk)
    desk.send([Desk.add(desk.group(10), .tail, 0)])
    add(1, .tail, 10, desk, log)
    desk.pull()
    _ = desk.take()
    _ = log.takeIDs()
    let command = mistake.make(desk)
    let number = desk.send([
      Desk.add(desk.group(20), .tail, 0), command, Desk.add(desk.synth(2, ProbeUnit(log: log)), .tail, 20),
    ])
    desk.pull()
    let applied = desk.take(.applied)
    #expect(applied.map(\.identifier) == [number])
    #expect(applied.first?.index == mistake.failure.rawValue)
    #expect(applied.first?.node == mistake.node)
    #expect(log.takeIDs() == [1, 2])
    // A node that was refused goes back to control.
    #expect(desk.take(.nodeEnded).map(\.pointer) == (command.kind == .addNode ? [command.pointer] : []))
    #expect(desk.memory.telemetry.synthCount == 2 && desk.memory.telemetry.groupCount == 3)
  }

  /// A chain of 100,000 groups, each in the one before, with a synth at its end: no recursion, no cap, and each level is
  /// gone down once only.
  @Test func nestsWithoutEnd() {
    let desk = Desk(events: 262_144)
    let log = ProbeUnit.Log.make(desk)
    let depth: Int32 = 100_000
    var commands = [Desk.add(desk.group(1), .head, 0)]
    for id in 2...depth { commands.append(Desk.add(desk.group(id), .head, id - 1)) }
    commands.append(Desk.add(desk.synth(depth + 1, ProbeUnit(log: log)), .head, depth))
    desk.send(commands)
    desk.pull()
    #expect(log.takeIDs() == [depth + 1])
    #expect(desk.memory.telemetry.groupCount == Int(depth) + 1)
    desk.send([RenderCommand(.freeNode, node: 1)])
    desk.pull()
    #expect(log.takeIDs().isEmpty)
    let ended = desk.take(.nodeEnded)
    #expect(ended.count == Int(depth) + 1)
    #expect(ended.first?.node == depth + 1)
    #expect(desk.memory.telemetry.groupCount == 1 && desk.memory.telemetry.synthCount == 0)
  }

  /// More endings than the event ring holds: they wait, none is lost.
  @Test func endingsWaitForRoom() {
    let desk = Desk(events: 64)
    let log = ProbeUnit.Log.make(desk)
    var commands: [RenderCommand] = []
    for id: Int32 in 1...1000 { commands.append(Desk.add(desk.synth(id, ProbeUnit(log: log)), .tail, 0)) }
    desk.send(commands)
    desk.send([RenderCommand(.freeChildren, node: 0)])
    for _ in 0..<40 { desk.pull() }
    #expect(desk.take(.nodeEnded).map(\.node) == Array(1...1000))
    #expect(desk.take(.applied).map(\.identifier) == [1, 2])
  }

  /// Random trees against a plain model of them.
  @Test(arguments: 0..<8 as Range<UInt64>) func randomTrees(seed: UInt64) {
    let desk = Desk()
    let log = ProbeUnit.Log.make(desk)
    var model = TreeModel()
    var random = SplitMix(seed: seed)
    for step in 0..<2000 {
      let id = Int32.random(in: 1...60, using: &random)
      let target = Int32.random(in: 0...60, using: &random)
      switch Int.random(in: 0..<10, using: &random) {
      case 0:
        desk.send([RenderCommand(.freeNode, node: id)])
        model.free(id)
      case 1 where step % 5 == 0:
        desk.send([RenderCommand(.freeChildren, node: id)])
        model.freeChildren(id)
      case 2:
        let runs = Bool.random(using: &random)
        desk.send([RenderCommand(.setRunning, node: id, value: runs ? 1 : 0)])
        model.setRunning(id, runs)
      default:
        let action = AddAction(rawValue: Int32.random(in: 0...4, using: &random)) ?? .head
        let isGroup = Bool.random(using: &random)
        let node = isGroup ? desk.group(id) : desk.synth(id, ProbeUnit(log: log))
        desk.send([Desk.add(node, action, target)])
        model.add(id, isGroup: isGroup, action, target)
      }
      desk.pull()
      let ran = log.takeIDs()
      guard ran == model.running else {
        Issue.record("step \(step): \(ran), not \(model.running)")
        return
      }
    }
  }
}
