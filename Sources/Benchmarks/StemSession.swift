import AudioIO
import Control
import Foundation
import KeyLock
import Logging
import OSC
import RealTime
import Render
import StemProtocol

/// Our own server, rendering the same stems offline: the whole of it, from the command to the master.
struct StemSession {
  private let stream: OfflineStream
  private let server: StemServer
  private let sampleRate = 44_100.0

  /// - Parameter keyLock: with which all stems keep their pitch; nil: it follows their speed.
  init(
    stems: Int, rate: Float, file: String, interpolation: Interpolation = .standard, baseline: Bool = false,
    decks: Int = 2, keyLock: KeyLockEngine? = nil
  ) throws {
    stream = try OfflineBackend().openOffline(StreamRequest(sampleRate: sampleRate, blockFrames: 512))
    let engine = try EngineControl(
      RenderConfiguration(sampleRate: sampleRate, outputChannels: 2), units: UnitRegistry(baseline: baseline))
    var quiet = Logger(label: "benchmark")
    quiet.logLevel = .critical
    server = try StemServer(
      engine: engine, decks: max(2, decks), loading: .inline, keyLock: keyLock ?? .r3,
      timebase: .rendered(from: .immediately), log: quiet)
    server.interpolation = interpolation
    try stream.start(engine.renderer) { _ in }
    let failures = ReplyCount()
    let client = StemClient("benchmark") { packet in
      if case .message(let message) = packet, message.address == "/fail" { failures.add() }
    }
    for index in 0..<stems {
      let id = index / decks + [0, 1100, 2100, 3100][index % decks]
      server.receive(.message(OSCMessage("/load_buffer", .int32(Int32(id)), .string(file))), from: client)
      if keyLock != nil {
        server.receive(.message(OSCMessage("/stem_keylock", .int32(Int32(id)), 1)), from: client)
      }
      server.receive(
        .message(OSCMessage("/play_stem", .int32(Int32(id)), .float32(rate), .float32(0.8), .int32(1))), from: client)
    }
    render(seconds: 0.2, pull: 512)
    guard failures.count == 0 else { throw BenchmarkError("\(failures.count) stems of \(file) did not play") }
  }

  /// CPU seconds of this thread that it takes to render so much.
  @discardableResult
  func render(seconds: Double, pull: Int = 4096) -> Double {
    var left = Int(seconds * sampleRate)
    let before = Self.threadSeconds()
    while left > 0 {
      stream.pull(frames: min(pull, left)) { (_: UnsafeBufferPointer<UnsafeMutablePointer<Float>>, _: Int) in }
      server.poll()
      left -= pull
    }
    return Self.threadSeconds() - before
  }

  private static func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
