#if os(Linux)
import Foundation
import OSC
import OSCTransport
import SoundFiles
import StemProtocol
import Synchronization

/// A client that plays 64 stems on four decks, records three signals, and moves every fader a hundred times a second.
final class SoakClient: Sendable {
  static let stems = 64
  private static let ticksPerSecond = 100

  /// What came of it, name by name.
  let results = Mutex<[String: Int]>([:])
  let isDone = Atomic(false)
  private let folder: URL
  private let port: Int
  private let ids = (0..<SoakClient.stems).map { [100, 1100, 2100, 3100][$0 % 4] + $0 / 4 }
  private let commands = Set(StemCommandTable.specifications.map(\.address))

  init(port: Int) throws {
    self.port = port
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("syrinx-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for number in 0..<4 { try write(number) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private func write(_ number: Int) throws {
    let (channels, rate) = (number % 2 + 1, number < 2 ? 44_100.0 : 48_000)
    let frames = Int(rate) * (3 + number)
    let writer = try SoundFileWriter(
      path: path("\(number).wav"), format: .wavPCM16, channels: channels, sampleRate: rate)
    let samples = (0..<frames * channels).map { 0.02 * sin(Float($0 / channels) * 0.01 * Float(number + 1)) }
    try writer.write(samples, frames: frames)
    try writer.close()
  }

  private func count(_ name: String, _ value: Int) { results.withLock { $0[name, default: 0] += value } }

  func run(seconds: Double) async throws {
    defer { isDone.store(true, ordering: .releasing) }
    let control = try await OSCClient.connect(host: "127.0.0.1", port: port, transport: .tcp)
    for (index, id) in ids.enumerated() {
      control.send(OSCMessage("/load_buffer", .integer(id), .string(path("\(index % 4).wav"))))
    }
    _ = await control.request(OSCMessage("/sync", 1), until: { $0.address == "/synced" }, timeoutSeconds: 60)
    let starts = ids.enumerated().map { index, id in
      OSCMessage("/play_stem", .integer(id), .float32(0.97 + 0.001 * Float(index)), 0.5, 1)
    }
    control.send(.bundle(OSCBundle(messages: starts)))
    let recordings: [(name: String, source: OSCArgument)] = [
      ("master.wav", "master"), ("c.flac", "C"), ("stem.wav", 101),
    ]
    for (name, source) in recordings {
      let messages = await control.request(
        OSCMessage("/record_start", .string(path(name)), "auto", source),
        until: { ["/done", "/fail"].contains("\($0.address)") && $0.arguments.first == "/record_start" },
        timeoutSeconds: 60)
      if messages.last?.address != "/done" { count("refusals", 1) }
    }
    try await moveFaders(seconds: seconds)
    let ends = await control.request(
      OSCMessage("/record_stop"), until: { $0.address == "/done" && $0.arguments.first == "/record_stop" },
      timeoutSeconds: 60)
    for end in ends where end.address == "/record_stop.reply" {
      count("recordings", 1)
      count("lost-recording-frames", end.arguments[2].asInteger ?? 1)
      let told = ((end.arguments[1].asNumber ?? 0) * 44_100).rounded()
      let file = try SoundFileReader(path: end.arguments[0].asText ?? "")
      count("recorded-frames", Int(file.info.frames))
      if file.info.frames != Int64(told) { count("lost-recording-frames", 1) }
    }
    let status = await control.request(
      OSCMessage("/get_status", 0), until: { $0.address == "/get_status.reply" }, timeoutSeconds: 60)
    let pairs = status.last?.arguments ?? []
    if let place = pairs.firstIndex(of: "playing") { count("playing", pairs[place + 1].asInteger ?? 0) }
    await control.close()
  }

  private func moveFaders(seconds: Double) async throws {
    let faders = try await OSCClient.connect(host: "127.0.0.1", port: port, transport: .tcp)
    let listener = Task {
      for await packet in faders.incoming {
        for message in packet.messages {
          if message.address == "/fail" { count("refusals", 1) }
          if message.address == "/done" { count("moves", 1) }
          if message.address == "/notify/master_meter" { count("meters", 1) }
          // Behind the last move.
          if message.address == "/synced" { return }
        }
      }
    }
    faders.send(OSCMessage("/notify", 1))
    let began = ContinuousClock.now
    for tick in 0..<Int(seconds * Double(Self.ticksPerSecond)) {
      let messages = moves(tick)
      faders.send(.bundle(OSCBundle(messages: messages)))
      count("sent", messages.count)
      try await Task.sleep(until: began + .milliseconds(10 * (tick + 1)))
    }
    faders.send(OSCMessage("/sync", 2))
    await listener.value
    await faders.close()
  }

  /// Every fader that there is, somewhere else than a hundredth of a second before.
  private func moves(_ tick: Int) -> [OSCMessage] {
    func wave(_ number: Int) -> Float { 0.5 + 0.5 * sin(Float(tick) * 0.05 + Float(number)) }
    var messages = ids.enumerated().map { OSCMessage("/stem_volume", .integer($1), .float32(wave($0))) }
    messages.append(OSCMessage("/crossfade_levels", .float32(wave(1)), .float32(wave(2))))
    messages.append(OSCMessage("/cue_mix", .float32(wave(3))))
    for (number, deck) in ["A", "B", "C", "D"].enumerated() {
      func move(_ address: String, _ arguments: Float...) {
        guard commands.contains(address) else { return }
        let values = arguments.map { OSCArgument.float32($0) }
        messages.append(OSCMessage(.path(address), [.string(deck)] + values))
      }
      move("/deck_eq_all", 100 * wave(number), 100 * wave(number + 4), 100 * wave(number + 8))
      move("/deck_knob", 2 * wave(number + 12) - 1)
      move("/cue_listen", tick % 100 < 50 ? 1 : 0)
    }
    if commands.contains("/deck_levels") {
      messages.append(OSCMessage("/deck_levels", [OSCArgument](repeating: .float32(wave(5)), count: 4)))
    }
    if commands.contains("/crossfader") { messages.append(OSCMessage("/crossfader", .float32(2 * wave(6) - 1))) }
    return messages
  }
}
#endif
