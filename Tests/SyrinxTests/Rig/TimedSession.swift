import AudioIO
import Control
import Foundation
import Logging
import OSC
import OSCTransport
import Render
import StemProtocol

/// A mix of stems at different rates whose every command has its frame, played live or rendered here.
struct TimedSession {
  private static let sampleRate = 44_100.0
  private static let framesAhead = 64 * 500

  private let folder: TestFolder
  private let paths: [(id: Int32, path: String)]

  init() throws {
    folder = try TestFolder()
    let sounds: [(Int32, TestSound)] = [
      (100, .sine(220, phase: 0.2, frames: 44_100)),
      (101, .noise(0.3, frames: 30_000, channels: 1, sampleRate: 48_000, seed: 1)),
      (1100, .noise(0.4, frames: 20_000, sampleRate: 22_050, seed: 2)),
      (1101, .sine(331, phase: 0.1, frames: 96_000, channels: 1, sampleRate: 96_000)),
    ]
    let folder = folder
    paths = try sounds.map { id, sound in (id, try sound.write(to: folder.path("\(id).wav"))) }
  }

  private var loads: [OSCMessage] {
    paths.map { OSCMessage("/load_buffer", .int32($0.id), .string($0.path), "stem") }
  }

  private static let commands: [(frame: Int, message: OSCMessage)] = [
    (0, OSCMessage("/play_stem", 100, 1.0, 0.8, 1, 0.0)),
    (0, OSCMessage("/play_stem", 101, 0.979, 0.5, 1, 0.25)),
    (0, OSCMessage("/play_stem", 1100, 1.5, 0.7, 0, 0.0)),
    (5000, OSCMessage("/stem_volume", 101, 0.9)),
    (10_001, OSCMessage("/crossfade_levels", 0.4, 1.1)),
    (12_345, OSCMessage("/stem_fade", 100, 0.1, 0.3, "constant-power")),
    (20_000, OSCMessage("/play_stem_section", 1101, -1.25, 0.6, 0, 0.75, 0.4)),
    (30_007, OSCMessage("/play_stem", 101, 2.0, 0.4, 1, 0.5)),
    (40_000, OSCMessage("/stop_stem", 100)),
    (48_765, OSCMessage("/test_tone", 660)),
    (60_011, OSCMessage("/stop_stem", 101, 0.1)),
    (60_011, OSCMessage("/stop_stem", 1100)),
  ]

  private static func timed(from frame: Int) -> [OSCMessage] {
    commands.map { command in
      let seconds = Double(frame + command.frame) / sampleRate
      return OSCMessage("/at", [.double(seconds), .string("\(command.message.address)")] + command.message.arguments)
    }
  }

  // MARK: - Live

  func prepare(_ connection: StemConnection) async throws {
    for load in loads { _ = try await connection.messages(load) }
  }

  /// Returns when the last command has taken effect.
  func schedule(_ connection: StemConnection, atFrame frame: Int) async throws {
    let messages = Self.timed(from: frame)
    for message in messages.dropLast() { connection.client.send(message) }
    guard let last = messages.last else { return }
    _ = try await connection.messages(last, answerTo: "/stop_stem")
  }

  // MARK: - Here

  /// From the first frame that sounds to the last.
  func renderOffline() throws -> TestSound {
    let engine = try EngineControl(RenderConfiguration(sampleRate: Self.sampleRate, outputChannels: 2))
    let log = Logger(label: "offline") { _ in SwiftLogNoOpLogHandler() }
    let server = try StemServer(
      engine: engine, loading: .inline, timebase: .rendered(from: OSCTimeTag(seconds: 1, fraction: 0)), log: log)
    let stream = try OfflineBackend().openOffline(
      StreamRequest(sampleRate: Self.sampleRate, blockFrames: 512, outputChannels: 2))
    try stream.start(engine.renderer) { _ in }
    let client = StemClient("test") { _ in }
    for message in loads + Self.timed(from: Self.framesAhead) { server.receive(.message(message), from: client) }
    var sound = TestSound(channels: [[], []], sampleRate: Self.sampleRate)
    while sound.frames < Self.framesAhead + 3 * 44_100 {
      stream.pull(frames: 512) { channels, frames in
        for channel in 0..<2 { sound.channels[channel] += UnsafeBufferPointer(start: channels[channel], count: frames) }
      }
      server.poll()
    }
    stream.stop()
    let first = sound.firstSound ?? 0
    let last = (0..<sound.frames).last { frame in sound.channels.contains { $0[frame] != 0 } } ?? 0
    return sound.cut(from: first, frames: last + 1 - first)
  }
}
