import Control
import RealTime
import Render
import Testing

/// Signals from synth to synth.
@Suite struct BusTests {
  @Test func theFirstWriterReplacesAndTheRestAdd() throws {
    let desk = try ControlDesk()
    desk.add(try desk.source(bus: 0, value: 0.25), id: 1)
    desk.add(try desk.source(bus: 0, value: 0.5), id: 2)
    desk.add(try desk.source(bus: 1, value: 1), id: 3)
    for _ in 0..<3 {
      let output = desk.pull()
      #expect(output[0].allSatisfy { $0 == 0.75 } && output[1].allSatisfy { $0 == 1 })
    }
  }

  @Test func anUnwrittenBusReadsSilence() throws {
    let desk = try ControlDesk()
    desk.add(try desk.source(bus: 10, value: 0.25), id: 1)
    desk.add(try desk.copy(from: 10, to: 0), id: 2)
    desk.add(try desk.copy(from: 11, to: 1), id: 3)
    #expect(desk.pull().map { $0[63] } == [0.25, 0])
    // A reader before the writer sees nothing of this block, and nothing of the last.
    desk.add(try desk.copy(from: 10, to: 1), id: 4, .head)
    #expect(desk.pull().map { $0[63] } == [0.25, 0])
    var changes = Changes()
    changes.free(1)
    desk.engine.commit(changes)
    #expect(desk.pull().map { $0[63] } == [0, 0])
  }

  /// A control at audio rate steps at its frame of the block, from synth to synth.
  @Test(arguments: [0, 1, 40, 63]) func stepsPassOnAtTheirFrame(frame: Int) throws {
    let desk = try ControlDesk()
    let source = try desk.source(bus: 20, value: 0)
    desk.add(source, id: 1)
    desk.add(try desk.copy(from: 20, to: 0), id: 2)
    desk.pull()
    var changes = Changes()
    changes.set(1, control: try #require(source.index(ofControl: "value")), to: 0.5)
    desk.engine.commit(changes, at: .frame(Int64(64 + frame)))
    let output = desk.pull()[0]
    #expect(output.firstIndex { $0 != 0 } == frame)
    #expect(output.suffix(64 - frame).allSatisfy { $0 == 0.5 })
    #expect(desk.pull()[0].allSatisfy { $0 == 0.5 })
  }

  /// What two synths write to a control bus adds up, and stays when they are gone: the reader takes it for the number of
  /// the audio bus that it plays on.
  @Test func controlBusesAddUpAndKeepTheirValue() throws {
    let desk = try ControlDesk()
    var writer = SynthDefBuilder("writer")
    let value = writer.control("value", 0.5)
    writer.unit("Out", rate: .control, [.constant(7), value], outputs: 0)
    let writing = try desk.engine.blueprint(writer.build())
    var reader = SynthDefBuilder("reader")
    let sound = reader.control("sound", 0.25, rate: .audio)
    let bus = reader.unit("In", rate: .control, [.constant(7)])
    reader.unit("Out", bus + [sound], outputs: 0)
    desk.add(writing, id: 1)
    desk.add(writing, id: 2)
    desk.add(try desk.engine.blueprint(reader.build()), id: 3)
    #expect(desk.pull().map { $0[0] } == [0, 0.25])
    var changes = Changes()
    changes.free(1)
    changes.free(2)
    desk.engine.commit(changes)
    #expect(desk.pull().map { $0[63] } == [0, 0.25])
  }

  /// The far end of a large table.
  @Test func manyBuses() throws {
    let desk = try ControlDesk()
    for number in [255, 256, 4000, 65_535] {
      let id = Int32(number)
      desk.add(try desk.source(bus: number, value: Float(number)), id: id)
      desk.add(try desk.copy(from: number, to: 0), id: id + 100_000)
      #expect(desk.pull()[0][0] == Float(number))
      var changes = Changes()
      changes.free(id)
      changes.free(id + 100_000)
      desk.engine.commit(changes)
    }
  }
}
