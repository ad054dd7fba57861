import Foundation
import OSC
import SoundFiles
import Testing

@Suite("Memory", .timeLimit(.minutes(2)))
struct MemoryTests {
  /// A plan rendered from the disk, chunk by chunk, is the plan rendered from memory.
  @Test func streamedPlansSoundTheSame() async throws {
    let plan = try TestPlan()
    for (name, seconds) in [("whole.wav", "600"), ("streamed.wav", "0")] {
      let run = try await RunningSyrinx.run("render", plan.path, plan.folder.path(name), "--stream-above", seconds)
      #expect(run.code == 0, "\(run.errors)")
    }
    let whole = try TestSound.read(plan.folder.path("whole.wav"))
    #expect(whole.peak > 0.1)
    #expect(try whole.firstDifference(from: .read(plan.folder.path("streamed.wav"))) == nil)
  }

  /// What the system says that a server takes: ten minutes are 101 MB in memory, and a few when they are streamed.
  @Test func aStreamedFileTakesItsWindowOnly() async throws {
    let folder = try TestFolder()
    let path = try Self.silence(minutes: 10, folder.path("long.wav"))
    let server = try await TestServer.start("--stream-above", "599")
    let before = try Self.megabytes(of: server.run.identifier)
    try await server.connection.ask("/load_buffer", 1, .string(path))
    for start in [0.0, 0.3, 0.9] {
      try await server.connection.ask("/play_stem", 1, -1.7, 1.0, 1, .float32(Float(start)))
      let frames = try await server.connection.frames()
      try await server.connection.wait("it plays on") { try await $0.frames() > frames + 44_100 }
    }
    let streamed = try Self.megabytes(of: server.run.identifier) - before
    #expect(streamed < 30)
    let told = try await server.connection.status()["memory_mb"]?.asNumber ?? 0
    #expect(told > 0.2 && told < 8)
    await server.stop()

    let other = try await TestServer.start("--stream-above", "601")
    let otherBefore = try Self.megabytes(of: other.run.identifier)
    try await other.connection.ask("/load_buffer", 1, .string(path))
    #expect(try Self.megabytes(of: other.run.identifier) - otherBefore > 95)
    await other.stop()
  }

  @Test func optionsReachTheServer() async throws {
    let folder = try TestFolder()
    let tone = try TestSound.sine(1000, amplitude: 0.1, frames: 220_500).write(to: folder.path("tone.wav"), .wavPCM16)
    let server = try await TestServer.start("--memory-limit", "1", "--evict", "--normalise", "-14")
    let loaded = try await server.connection.ask("/load_buffer", 1, .string(tone), "one")
    #expect(abs((loaded.arguments[6].asNumber ?? 0) + 20) < 0.1)
    try await server.connection.ask("/load_buffer", 2, .string(tone), "two")
    let refusal = try await server.connection.ask("/play_stem", 1, 1.0)
    #expect(refusal.arguments[1] == .string("buffer 1 was dropped to make room for \(tone): load it again"))
    let buffers = try await server.connection.messages(OSCMessage("/get_buffers"))
    #expect(buffers.first?.arguments[0] == 2 && buffers.first?.arguments[9] == 16)
    #expect(abs((buffers.first?.arguments[11].asNumber ?? 0) - 6) < 0.1)
    await server.stop()
    #expect(
      await server.run.errors.all().contains { $0.contains("buffer 1: one") && $0.contains("dropped to make room") })
  }

  /// A 16-bit stereo file of silence that takes no room on the disk.
  private static func silence(minutes: Int, _ path: String) throws -> String {
    let bytes = UInt32(minutes * 60 * 44_100 * 4)
    var header = Data("RIFF".utf8)
    func append<Value: FixedWidthInteger>(_ value: Value) {
      withUnsafeBytes(of: value.littleEndian) { header.append(contentsOf: $0) }
    }
    append(bytes + 36)
    header += Data("WAVEfmt ".utf8)
    append(UInt32(16))
    append(UInt16(1))
    append(UInt16(2))
    append(UInt32(44_100))
    append(UInt32(176_400))
    append(UInt16(4))
    append(UInt16(16))
    header += Data("data".utf8)
    append(bytes)
    try header.write(to: URL(fileURLWithPath: path))
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try file.truncate(atOffset: UInt64(bytes) + 44)
    try file.close()
    return path
  }

  /// What a process holds in memory.
  private static func megabytes(of process: Int32) throws -> Double {
    #if os(Linux)
    let words = try String(contentsOfFile: "/proc/\(process)/statm", encoding: .utf8).split(separator: " ")
    return Double(words[1]).map { $0 * Double(sysconf(Int32(_SC_PAGESIZE))) / 1_048_576 } ?? 0
    #else
    let (pipe, ps) = (Pipe(), Process())
    ps.executableURL = URL(fileURLWithPath: "/bin/ps")
    ps.arguments = ["-o", "rss=", "-p", "\(process)"]
    ps.standardOutput = pipe
    try ps.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    return (Double(text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0) / 1024
    #endif
  }
}
