import AudioIO
import Control
import KeyLock
import Logging
import OSC
import Render
import StemProtocol

/// A stem server whose time is what it has rendered, with one client, and all that it has sounded so far.
final class StemRig {
  /// The wall clock at frame 0.
  static let start = OSCTimeTag(seconds: 3_900_000_000, fraction: 0)

  let engine: EngineControl
  let server: StemServer
  let mailbox = Mailbox()
  let folder = TemporaryFolder()
  let sampleRate: Double
  private let stream: OfflineStream
  private(set) var left: [Float] = []
  private(set) var right: [Float] = []
  /// Channels of the device behind the first two.
  private(set) var others: [[Float]]
  /// Frames of each pull, taken in turn; between two the server is polled.
  var pulls: [Int]
  private var nextPull = 0

  init(
    sampleRate: Double = 44_100, decks: Int = 2, loading: StemLoader.Mode = .inline, pulls: [Int] = [512],
    baseline: Bool = false, outputs: Int = 2, routes: OutputRoutes? = nil, keyLock: KeyLockEngine = .r3,
    configure: (inout RenderConfiguration) -> Void = { _ in }
  ) throws {
    self.sampleRate = sampleRate
    self.pulls = pulls
    others = Array(repeating: [], count: max(0, outputs - 2))
    var configuration = RenderConfiguration(sampleRate: sampleRate, outputChannels: outputs)
    configure(&configuration)
    engine = try EngineControl(configuration, units: UnitRegistry(baseline: baseline))
    var log = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
    log.logLevel = .critical
    server = try StemServer(
      engine: engine, decks: decks, loading: loading, routes: routes, keyLock: keyLock,
      timebase: .rendered(from: Self.start), log: log)
    stream = try OfflineBackend().openOffline(
      StreamRequest(sampleRate: sampleRate, blockFrames: 65_536, outputChannels: outputs))
    try stream.start(engine.renderer) { _ in }
  }

  deinit { stream.stop() }

  /// Frames rendered so far: the index of the next one.
  var frame: Int { left.count }

  var isLoading: Bool { server.isLoading }

  /// Synths of the mixer itself with two decks: these, the master, the headphones' two ways and their strip, the output's
  /// one.
  static let mixerSynths = 7

  /// Synths in the tree.
  var synthCount: Int { engine.memory.telemetry.synthCount }

  var groupCount: Int { engine.memory.telemetry.groupCount }

  /// Which build of the units sounds.
  var build: String { engine.units.build }

  // MARK: - Sound

  /// Renders so many frames and keeps them.
  func render(_ frames: Int) {
    var rest = frames
    while rest > 0 {
      let count = min(rest, pulls[nextPull % pulls.count])
      nextPull += 1
      stream.pull(frames: count) { channels, frames in
        left += UnsafeBufferPointer(start: channels[0], count: frames)
        right += UnsafeBufferPointer(start: channels[min(1, channels.count - 1)], count: frames)
        for channel in others.indices {
          others[channel] += UnsafeBufferPointer(start: channels[channel + 2], count: frames)
        }
      }
      server.poll()
      rest -= count
    }
  }

  /// Takes what other threads have to tell, without rendering, until it has come; false when that takes a minute.
  func poll(until isTrue: () -> Bool) -> Bool {
    let deadline = ContinuousClock.now + .seconds(60)
    while !isTrue() {
      if ContinuousClock.now > deadline { return false }
      server.poll()
    }
    return true
  }

  func render(to frame: Int) { render(frame - self.frame) }

  /// Renders until `isTrue`, at most so many frames; tells whether it came true.
  func render(atMost frames: Int, until isTrue: () -> Bool) -> Bool {
    let end = frame + frames
    while !isTrue() {
      if frame >= end { return false }
      render(256)
    }
    return true
  }

  /// Forgets what sounded before: what comes then is frame 0.
  func dropSound(before frame: Int) {
    left.removeFirst(frame)
    right.removeFirst(frame)
  }

  // MARK: - Commands

  func send(_ address: String, _ arguments: OSCArgument...) { send(OSCMessage(.path(address), arguments)) }

  func send(_ message: OSCMessage) { server.receive(.message(message), from: mailbox.client) }

  /// Sends messages as one bundle; nil: at once.
  func send(at frame: Int?, _ messages: [OSCMessage]) {
    let tag = frame.map { timeTag(ofFrame: $0) } ?? .immediately
    send(OSCBundle(timeTag: tag, messages: messages))
  }

  func send(_ bundle: OSCBundle) { server.receive(.bundle(bundle), from: mailbox.client) }

  func timeTag(ofFrame frame: Int) -> OSCTimeTag { Self.start.advanced(bySeconds: Double(frame) / sampleRate) }

  /// Sends a command and gives back what the client was sent by then, after as few blocks as it takes.
  func ask(_ address: String, _ arguments: OSCArgument...) -> [OSCMessage] {
    _ = mailbox.take()
    send(OSCMessage(.path(address), arguments))
    _ = render(atMost: 20_000) { !mailbox.all.isEmpty }
    return mailbox.take()
  }

  /// Writes the sound to a file and loads it, ready when this returns (with loads in line).
  @discardableResult
  func load(_ sound: Sound, into id: Int32, name: String = "stem") throws -> String {
    let path = folder.path("\(name)-\(id)-\(mailbox.all.count)-\(frame).wav")
    try sound.write(to: path)
    send("/load_buffer", .int32(id), .string(path), .string(name))
    return path
  }

  /// `/get_status` as a dictionary.
  func status() -> [String: OSCArgument] {
    let waiting = mailbox.take()
    send("/get_status")
    _ = render(atMost: 20_000) { mailbox.all.contains { $0.address == "/get_status.reply" } }
    var pairs: [String: OSCArgument] = [:]
    for message in mailbox.take() where message.address == "/get_status.reply" {
      for index in stride(from: 0, to: message.arguments.count - 1, by: 2) {
        pairs[message.arguments[index].asText ?? ""] = message.arguments[index + 1]
      }
    }
    for message in waiting { mailbox.put(message) }
    return pairs
  }
}
