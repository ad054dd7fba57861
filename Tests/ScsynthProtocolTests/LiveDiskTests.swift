import Control
import OSC
import RealTime
import Testing

/// Files that are streamed through buffers while the server runs: what is played from one is recorded into another.
@Suite struct LiveDiskTests {
  private let folder: Folder
  private let noise = NoiseFile(frames: 60_000)
  private let server: ScsynthRun

  init() throws {
    folder = try Folder()
    try folder.write(noise.bytes, "noise.au")
    let ours = try #require(Program.built("scsynth"))
    server = try ScsynthRun(ours, environment: ["SYRINX_BACKEND": "null"])
  }

  private func say(_ messages: OSCMessage..., number: Int32, awaiting: OSCAddress? = nil) -> [OSCMessage] {
    let packet = OSCPacket.bundle(OSCBundle(timeTag: .immediately, messages: messages))
    return server.answers(to: packet, number: number, awaiting: awaiting)
  }

  /// A synth that copies begins; gives back what it is freed after.
  private func begin(_ player: String, _ inputs: [Float], seconds: Float, bufferFrames: Int32) throws {
    let copier = Definitions.built("copier", out: "DiskOut", bus: 1) { builder in
      builder.unit("Line", rate: .control, [.constant(0), .constant(0), .constant(seconds), .constant(2)])
      return builder.unit(player, ([0] + inputs).map { .constant($0) }, outputs: 2)
    }
    var fitting = copier
    fitting.units[2].outputRates = [.audio]
    let ready = say(
      OSCMessage("/notify", 1), OSCMessage("/d_recv", .blob(try Definitions.bytes(fitting))),
      OSCMessage("/b_alloc", 0, .int32(bufferFrames), 2),
      OSCMessage("/b_read", 0, .string(folder.file("noise.au")), 0, -1, 0, 1),
      OSCMessage("/b_alloc", 1, .int32(bufferFrames), 2),
      OSCMessage("/b_write", 1, .string(folder.file("copy")), "raw", "float", 0, 0, 1), number: 1)
    #expect(ready.count == 6 && ready.allSatisfy { $0.address == "/done" }, "\(ready)")
  }

  private func copy() throws -> [Float] { Score.floats(try folder.read("copy"), from: 0) }

  /// Through buffers that are much shorter than what is played.
  @Test(arguments: [("DiskIn", [0]), ("VDiskIn", [1, 0, 0])] as [(String, [Float])])
  func copies(player: String, inputs: [Float]) throws {
    try begin(player, inputs, seconds: 0.5, bufferFrames: 8192)
    _ = say(OSCMessage("/s_new", "copier", 1000, 0, 0), number: 2, awaiting: "/n_end")
    #expect(say(OSCMessage("/b_close", 1), number: 3) == [OSCMessage("/done", "/b_close", 1)])
    let copy = try copy()
    #expect(copy.count >= 2 * 21_000, "\(copy.count)")
    // Interpolation has its neighbours to wait for.
    let shift = copy.prefix(16).firstIndex(of: noise.samples[0]) ?? 0
    #expect(copy.dropFirst(shift).elementsEqual(noise.samples.prefix(copy.count - shift)))
  }

  /// A file that a synth still writes is closed behind its last frames, and `/sync` behind that.
  @Test func closesBusyFiles() throws {
    try begin("DiskIn", [0], seconds: 60, bufferFrames: 65_536)
    try awaitSomeFrames()
    let answers = say(OSCMessage("/n_free", 1000), OSCMessage("/b_close", 1), number: 4)
    #expect(answers.contains(OSCMessage("/done", "/b_close", 1)), "\(answers)")
    let copy = try copy()
    #expect(copy.count >= 2 * 4000 && copy.elementsEqual(noise.samples.prefix(copy.count)), "\(copy.count)")
  }

  /// What is recorded when the server is told to end is in the file to the last frame.
  @Test func keepsWhatIsRecordedWhenItQuits() throws {
    try begin("DiskIn", [0], seconds: 60, bufferFrames: 65_536)
    try awaitSomeFrames()
    server.send(.message(OSCMessage("/quit", [])))
    #expect(server.ended() == 0)
    let copy = try copy()
    #expect(copy.count >= 2 * 4000 && copy.elementsEqual(noise.samples.prefix(copy.count)), "\(copy.count)")
  }

  /// The copier begins, and plays as long as another synth does.
  private func awaitSomeFrames() throws {
    let short = try Definitions.bytes(Definitions.line("short", doneAction: 2))
    _ = say(OSCMessage("/d_recv", .blob(short)), number: 2)
    _ = say(OSCMessage("/s_new", "copier", 1000, 0, 0), number: 3)
    for id in 1001..<1003 as Range<Int32> {
      _ = say(OSCMessage("/s_new", "short", .int32(id), 1, 0), number: id, awaiting: "/n_end")
    }
  }
}
