import AudioIO
import Control
import Foundation
import Logging
import OSC
import RealTime
import Render
import SoundFiles
import StemProtocol

/// How long after `/load_buffer` of a five-minute file, with `/play_stem` right behind it, the stem sounds.
struct LoadBenchmark {
  private static let formats: [(String, SoundFileFormat)] = [
    ("wav", .wavPCM16), ("flac", .flac16), ("ogg", .oggVorbis), ("mp3", .mp3),
  ]

  func run(in folder: String) throws {
    Report.line("Milliseconds from /load_buffer of a 5-minute stereo file to sound, with /play_stem right behind it")
    for (suffix, format) in Self.formats {
      let path = "\(folder)/long.\(suffix)"
      try write(path, format)
      var times: [Double] = []
      for _ in 0..<5 { times.append(try milliseconds(path)) }
      Report.line(
        "\(suffix): median \(String(format: "%.1f", times.sorted()[2])), most \(String(format: "%.1f", times.max() ?? 0))"
      )
      try FileManager.default.removeItem(atPath: path)
    }
  }

  private func write(_ path: String, _ format: SoundFileFormat) throws {
    let writer = try SoundFileWriter(path: path, format: format, channels: 2, sampleRate: 44_100)
    var second = [Float](repeating: 0, count: 88_200)
    for frame in 0..<44_100 {
      second[2 * frame] = 0.4 * Float(cos(Double(frame) * 0.0142476))
      second[2 * frame + 1] = 0.4 * Float(cos(Double(frame) * 0.0427428))
    }
    for _ in 0..<300 { try writer.write(second, frames: 44_100) }
    try writer.close()
  }

  /// On the null device, which is paced as a real one.
  private func milliseconds(_ path: String) throws -> Double {
    let stream = try NullBackend().open(StreamRequest(sampleRate: 44_100, blockFrames: 256))
    let engine = try EngineControl(RenderConfiguration(sampleRate: 44_100, outputChannels: 2))
    var quiet = Logger(label: "benchmark")
    quiet.logLevel = .critical
    let replies = ReplyCount()
    let server = try StemServer(
      engine: engine,
      timebase: StemTimebase(
        hostNanoseconds: { _ in Int64(bitPattern: MonotonicClock.nanoseconds) }, wallClock: { _ in .immediately }),
      log: quiet)
    try stream.start(engine.renderer) { _ in }
    defer { stream.stop() }
    let client = StemClient("benchmark") { packet in
      for message in packet.messages where message.address == "/done" && message.arguments.first?.asText == "/play_stem"
      {
        replies.add()
      }
    }
    let began = MonotonicClock.nanoseconds
    server.receive(.message(OSCMessage("/load_buffer", .int32(100), .string(path))), from: client)
    server.receive(.message(OSCMessage("/play_stem", .int32(100), .float32(1))), from: client)
    while replies.count == 0 {
      server.poll()
      usleep(500)
      if MonotonicClock.nanoseconds - began > 20_000_000_000 { throw BenchmarkError("\(path) does not play") }
    }
    return Double(MonotonicClock.nanoseconds - began) * 1e-6
  }
}
