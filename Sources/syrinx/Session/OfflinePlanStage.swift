import AudioIO
import Control
import Foundation
import KeyLock
import Logging
import OSC
import RealTime
import RemixPlan
import Render
import SoundFiles
import StemProtocol

/// A stage that renders a plan into a file, faster than it plays: the same server and engine as live, pulled from here.
actor OfflinePlanStage: PlanStage {
  nonisolated let sampleRate: Double
  nonisolated let leadSeconds = 0.0
  private let server: StemServer
  private let stream: OfflineStream
  private let file: SoundFileWriter
  private let replies: Replies
  private let client: StemClient
  private var refusals: [StageRefusal] = []
  /// Where the first stem starts: the file begins there.
  private var firstFrame: Int64?
  /// Frames by which the limiter is late: the file begins, and ends, by so much later.
  private let latencyFrames: Int64
  private let onProgress: @Sendable (Double) -> Void
  private var samples: [Float]

  private static let chunkFrames = 1024
  private static let channels = 2

  /// - onProgress: is told the seconds rendered, from the first stem's start.
  init(
    path: String, format: SoundFileFormat, sampleRate: Double, interpolation: Interpolation = .standard,
    limiter: MasterLimiter = .soft, keyLock: KeyLockEngine = .r3, buffers: BufferPolicy = BufferPolicy(), log: Logger,
    onProgress: @escaping @Sendable (Double) -> Void
  ) throws {
    let replies = Replies()
    stream = try OfflineBackend().openOffline(
      StreamRequest(sampleRate: sampleRate, blockFrames: Self.chunkFrames, outputChannels: Self.channels))
    let engine = try EngineControl(RenderConfiguration(sampleRate: sampleRate, outputChannels: Self.channels))
    server = try StemServer(
      engine: engine, loading: .inline, limiter: limiter, keyLock: keyLock,
      timebase: .rendered(from: OSCTimeTag(seconds: 1, fraction: 0)), log: log)
    server.interpolation = interpolation
    server.policy = buffers
    try stream.start(engine.renderer) { _ in }
    file = try SoundFileWriter(path: path, format: format, channels: Self.channels, sampleRate: sampleRate)
    samples = [Float](repeating: 0, count: Self.chunkFrames * Self.channels)
    client = StemClient("render") { replies.append($0) }
    self.replies = replies
    latencyFrames = Int64(server.latencyFrames)
    self.sampleRate = sampleRate
    self.onProgress = onProgress
  }

  func clock() -> StageClock { StageClock(frames: Int(stream.framesRendered), sampleRate: sampleRate) }

  func load(_ loads: [StemLoad]) throws {
    var reasons: [Int32: String] = [:]
    for load in loads {
      send(OSCMessage("/load_buffer", .int32(load.id), .string(load.path), .string(load.name)))
      for message in takeReplies() {
        guard message.address == "/fail", message.arguments.count > 1 else { continue }
        reasons[load.id] = message.arguments[1].asText ?? "refused"
      }
    }
    if !reasons.isEmpty { throw StemLoadFailures(reasons: reasons) }
  }

  func send(_ messages: [OSCMessage], atSeconds seconds: Double?) {
    guard let seconds else {
      for message in messages { send(message) }
      return
    }
    if firstFrame == nil, messages.contains(where: { $0.address == "/play_stem" }) {
      firstFrame = Int64((seconds * sampleRate).rounded())
    }
    for message in messages {
      send(OSCMessage("/at", [.double(seconds), .string("\(message.address)")] + message.arguments))
    }
  }

  private func send(_ message: OSCMessage) { server.receive(.message(message), from: client) }

  func wait(untilSeconds seconds: Double) throws {
    let end = Int64((seconds * sampleRate).rounded(.up))
    while stream.framesRendered < end {
      try Task.checkCancellation()
      try renderChunk(Int(min(Int64(Self.chunkFrames), end - stream.framesRendered)))
    }
  }

  private func renderChunk(_ frames: Int) throws(SoundFileError) {
    server.poll()
    let position = stream.framesRendered
    samples.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      _ = stream.pull(frames: frames, interleavedInto: base)
    }
    server.poll()
    refusals += takeReplies().compactMap(Self.refusal)
    guard let firstFrame = firstFrame.map({ $0 + latencyFrames }) else { return }
    let skip = Int(min(Int64(frames), max(0, firstFrame - position)))
    if skip < frames {
      try samples.withUnsafeBufferPointer { buffer throws(SoundFileError) in
        guard let base = buffer.baseAddress else { return }
        try file.write(base + skip * Self.channels, frames: frames - skip)
      }
    }
    onProgress(Double(position + Int64(frames) - firstFrame) / sampleRate)
  }

  private static func refusal(_ message: OSCMessage) -> StageRefusal? {
    guard message.address == "/fail", message.arguments.count > 1, let command = message.arguments[0].asText else {
      return nil
    }
    return StageRefusal(command: command, reason: message.arguments[1].asText ?? "refused")
  }

  private func takeReplies() -> [OSCMessage] { replies.take().flatMap(\.messages) }

  func takeRefusals() -> [StageRefusal] {
    defer { refusals = [] }
    return refusals
  }

  /// Closes the file; tells how many seconds it holds.
  func close() throws(SoundFileError) -> Double {
    if latencyFrames > 0 { try renderChunk(Int(latencyFrames)) }
    stream.stop()
    try file.close()
    return Double(file.frames) / sampleRate
  }
}
