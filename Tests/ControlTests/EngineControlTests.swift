import Control
import RealTime
import Render
import Testing

/// Control's side of the engine: what it is told, and what it gives back.
@Suite struct EngineControlTests {
  /// More changes at a time than the ring holds: all of them happen, in order.
  @Test func changesWaitForRoom() throws {
    let desk = try ControlDesk { $0.commandCapacity = 64 }
    desk.add(try desk.source(bus: 0, value: 0), id: 1)
    var told: [Int] = []
    for index in 0..<10_000 {
      var changes = Changes()
      changes.set(1, control: 0, to: Float(index))
      desk.engine.commit(changes) { _ in told.append(index) }
    }
    while told.count < 10_000 && desk.pulled < 64 * 10_000 { desk.pull() }
    #expect(told == Array(0..<10_000))
    #expect(desk.pull()[0][0] == 9999)
  }

  @Test func appliedChangesAreTold() throws {
    let desk = try ControlDesk()
    var told: [AppliedChanges] = []
    var changes = Changes()
    changes.addGroup(5, .tail, target: 0)
    desk.engine.commit(changes, at: .frame(100)) { told.append($0) }
    desk.pull(64)
    #expect(told.isEmpty)
    desk.pull(64)
    #expect(told.map(\.frame) == [100] && told[0].lateFrames == 0 && told[0].failure == .none)
    changes = Changes()
    changes.free(77)
    desk.engine.commit(changes, at: .frame(0)) { told.append($0) }
    desk.pull(64)
    #expect(told[1].frame == 128 && told[1].lateFrames == 128)
    #expect(told[1].failure == .noSuchNode && told[1].failedNode == 77)
    changes = Changes()
    changes.setRunning(5, false)
    desk.engine.commit(changes, at: .host(nanoseconds: Int64(500.0 * 1e9 / 48_000))) { told.append($0) }
    for _ in 0..<10 { desk.pull(64) }
    #expect(told[2].frame == 500)
  }

  @Test func nodesAreWatchedUntilTheyEnd() throws {
    let desk = try ControlDesk()
    let source = try desk.source(bus: 0, value: 1)
    var ended: [Int32] = []
    for id: Int32 in 1...3 {
      desk.engine.watch(id, NodeWatcher(ended: { ended.append(id) }))
      desk.add(source, id: id)
    }
    desk.pull()
    var changes = Changes()
    changes.free(2)
    desk.engine.commit(changes)
    desk.pull()
    #expect(ended == [2])
    // A second node of the same id is refused; the one that lives is watched on.
    var failure: AppliedChanges?
    changes = Changes()
    desk.engine.addSynth(source, id: 3, controls: [:], .tail, target: 0, to: &changes)
    desk.engine.commit(changes) { failure = $0 }
    desk.pull()
    #expect(failure?.failure == .duplicateNode && failure?.failedNode == 3)
    #expect(ended == [2] && desk.synthCount == 2)
    changes = Changes()
    changes.freeChildren(of: 0)
    desk.engine.commit(changes)
    desk.pull()
    #expect(ended == [2, 1, 3] && desk.synthCount == 0)
  }

  /// A node without a place never lives, and its watcher is told so.
  @Test func aNodeWithoutAPlaceEnds() throws {
    let desk = try ControlDesk()
    var ended = false
    desk.engine.watch(9, NodeWatcher(ended: { ended = true }))
    var changes = Changes()
    desk.engine.addSynth(try desk.source(bus: 0, value: 1), id: 9, controls: [:], .tail, target: 1234, to: &changes)
    desk.engine.commit(changes)
    desk.pull()
    #expect(ended && desk.synthCount == 0)
  }

  @Test func metersAreTold() throws {
    let desk = try ControlDesk()
    var def = SynthDefBuilder("metered")
    let value = def.control("value", -0.5, rate: .audio)
    let full = def.control("full", 1, rate: .audio)
    let sound = def.unit(
      "DeckStrip", [value, value, value, .constant(0), full, .constant(0)], outputs: 2)
    def.unit("Out", [.constant(0)] + sound, outputs: 0)
    var told: [StereoLevels] = []
    desk.engine.watch(1, NodeWatcher(meter: { told.append($0) }))
    desk.add(try desk.engine.blueprint(def.build()), id: 1)
    for _ in 0..<75 { desk.pull() }
    // Twenty a second; the first is sent with the first block.
    let levels = StereoLevels(peakLeft: 0.25, peakRight: 0.25, rmsLeft: 0.25, rmsRight: 0.25)
    #expect(told == Array(repeating: levels, count: 2))
  }

  @Test func nodeIDsAreOnlyGivenOnce() throws {
    let desk = try ControlDesk()
    let ids = (0..<1000).map { _ in desk.engine.makeNodeID() }
    #expect(Set(ids).count == 1000 && ids.allSatisfy { $0 > 1 << 30 })
  }

  @Test func anEngineTooLargeIsRefused() {
    var configuration = RenderConfiguration(sampleRate: 48_000, outputChannels: 2)
    configuration.audioBuses = 1 << 46
    #expect(throws: EngineError.self) { try EngineControl(configuration) }
  }

  /// Whatever is still under way when an engine goes, it goes.
  @Test func teardownUnderWay() throws {
    for polls in [false, true] {
      weak var engine: EngineControl?
      try {
        let desk = try ControlDesk {
          $0.commandCapacity = 16
          $0.eventCapacity = 16
        }
        let source = try desk.source(bus: 0, value: 1)
        for id: Int32 in 1...100 {
          desk.add(source, id: id)
          if id % 3 == 0 { desk.pull(64, polls: polls) }
          var changes = Changes()
          changes.setBuffer(Int(id), to: .empty)
          if id % 2 == 0 { changes.free(id - 1) }
          desk.engine.commit(changes, at: id % 5 == 0 ? .frame(1 << 40) : .immediately)
        }
        var dropped = Changes()
        desk.engine.addSynth(source, id: 1000, controls: [:], .tail, target: 0, to: &dropped)
        dropped.setBuffer(3, to: .empty)
        dropped.discard()
        engine = desk.engine
      }()
      #expect(engine == nil)
    }
  }

  // MARK: - Buffers

  @Test(arguments: [(0, 0), (-1, 2), (1 << 31, 1), (10, -1), (10, 2000), (Int.max, 1024)])
  func memoryThatCannotBe(frames: Int, channels: Int) {
    #expect(SampleMemory(frames: frames, channels: channels, sampleRate: 48_000) == nil)
  }

  @Test func memoryTellsHowFarItIsFilled() throws {
    let memory = try #require(SampleMemory(frames: 1000, channels: 2, sampleRate: 44_100))
    #expect(memory.readyFrames == 0 && !memory.isComplete)
    memory.publish(frames: 400)
    #expect(memory.readyFrames == 400 && memory.buffer.readyFrames == 400 && !memory.isComplete)
    memory.publish(frames: 1000)
    #expect(memory.isComplete && memory.buffer.frames == 1000 && memory.buffer.channels == 2)
    #expect((0..<2000).allSatisfy { memory.samples[$0] == 0 })
  }

  @Test func numbersAreGivenOutAndTakenBack() {
    var numbers = BufferNumbers(5..<8)
    #expect((0..<4).map { _ in numbers.take() } == [5, 6, 7, nil])
    numbers.give(6)
    #expect(numbers.take() == 6 && numbers.take() == nil)
  }

  @Test func timesKnowWhichIsFirst() {
    #expect(EngineTime.immediately.precedes(.frame(0)) && EngineTime.immediately.precedes(.host(nanoseconds: -5)))
    #expect(!EngineTime.immediately.precedes(.immediately) && !EngineTime.frame(0).precedes(.immediately))
    #expect(EngineTime.frame(1).precedes(.frame(2)) && !EngineTime.frame(2).precedes(.frame(2)))
    #expect(EngineTime.host(nanoseconds: 1).precedes(.host(nanoseconds: 2)))
    #expect(
      !EngineTime.host(nanoseconds: 1).precedes(.frame(2)) && !EngineTime.frame(1).precedes(.host(nanoseconds: 2)))
  }
}
