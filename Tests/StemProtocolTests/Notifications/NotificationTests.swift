import Foundation
import OSC
import StemProtocol
import Testing

/// What subscribers are told, and for how long.
@Suite struct NotificationTests {
  /// A client of its own, with what it has been sent.
  private struct Subscriber {
    let mailbox = Mailbox()
    let client: StemClient

    init(_ name: String = "udp 127.0.0.1:50000", isConnected: Bool = false) {
      let mailbox = mailbox
      client = StemClient(name, isConnected: isConnected) { packet in
        for message in packet.messages { mailbox.put(message) }
      }
    }

    func send(_ address: String, _ arguments: OSCArgument..., to rig: StemRig) {
      rig.server.receive(.message(OSCMessage(.path(address), arguments)), from: client)
    }

    func take(_ address: String) -> [OSCMessage] { mailbox.take().filter { $0.address == .path(address) } }
  }

  private func state(_ id: OSCArgument, _ state: OSCArgument, _ name: OSCArgument, _ deck: OSCArgument) -> OSCMessage {
    OSCMessage("/notify/stem", id, state, name, deck)
  }

  @Test func whoNeverAskedIsToldNothing() throws {
    let rig = try StemRig()
    try rig.load(.noise(20_000, seed: 1), into: 1)
    rig.send("/play_stem", 1, 1)
    rig.render(100_000)
    rig.send("/stop_stem", 1)
    rig.render(10_000)
    #expect(rig.mailbox.all.map(\.address) == ["/done", "/done", "/done"])
  }

  @Test func bytesOfAStart() throws {
    let rig = try StemRig()
    let subscriber = Subscriber()
    try rig.load(.noise(500, seed: 1), into: 1007, name: "bass")
    subscriber.send("/notify", 1, "state", to: rig)
    rig.send("/play_stem", 1007, 1.0)
    rig.render(512)
    let bytes = subscriber.mailbox.take().map { OSCPacket.message($0).encoded() }
    let done = [UInt8]("/done\0\0\0,si\0/notify\0".utf8) + [0, 0, 0, 1]
    let started =
      [UInt8]("/notify/stem\0\0\0\0,isss\0\0\0".utf8) + [0, 0, 0x03, 0xEF]
      + [UInt8]("started\0bass\0\0\0\0A\0\0\0".utf8)
    #expect(bytes == [done, started])
  }

  @Test func whatChangesIsTold() throws {
    let rig = try StemRig()
    let subscriber = Subscriber()
    subscriber.send("/notify", 1, "state", to: rig)
    try rig.load(.noise(44_100, seed: 1), into: 1100, name: "drums")
    rig.send("/play_stem", 1100, 1)
    rig.render(1000)
    rig.send("/stem_volume", 1100, 0.5)
    rig.send("/crossfade_levels", 0.25, 1)
    rig.render(1000)
    rig.send("/stop_stem", 1100)
    rig.render(5000)
    rig.send("/free_buffer", 1100)
    rig.send("/load_buffer", 7, "/nowhere.wav")
    rig.render(1000)
    #expect(
      Array(subscriber.mailbox.take().dropFirst()) == [
        state(1100, "loading", "drums", "B"), state(1100, "loaded", "drums", "B"),
        state(1100, "started", "drums", "B"),
        OSCMessage("/notify/stem_volume", 1100, 0.5, 0.02),
        OSCMessage("/notify/deck_level", "A", 0.25), OSCMessage("/notify/deck_level", "B", 1.0),
        state(1100, "stopped", "drums", "B"), state(1100, "freed", "drums", "B"),
        state(7, "loading", "nowhere.wav", "A"), state(7, "failed", "nowhere.wav", "A"),
      ])
  }

  /// Told when it happens, not when it was sent.
  @Test func startsAreToldAtTheirTime() throws {
    let rig = try StemRig(pulls: [64])
    let subscriber = Subscriber()
    try rig.load(.noise(44_100, seed: 1), into: 1)
    subscriber.send("/notify", 1, "state", to: rig)
    rig.send(at: 20_033, [OSCMessage("/play_stem", 1, 1)])
    rig.render(to: 20_032)
    #expect(subscriber.take("/notify/stem").isEmpty)
    rig.render(256)
    #expect(subscriber.take("/notify/stem").count == 1)
  }

  /// Peak and root mean square of a sine, 20 times a second, and where it is.
  @Test func metersTellLevelsAndPositions() throws {
    let rig = try StemRig(sampleRate: 48_000, pulls: [64])
    let subscriber = Subscriber()
    try rig.load(.sine(1000, amplitude: 0.5, frames: 480_000, sampleRate: 48_000), into: 1)
    rig.send("/play_stem", 1, 1, 0.5)
    rig.send("/crossfade_levels", 0.5, 1)
    rig.render(24_000)
    subscriber.send("/notify", 1, "meters", to: rig)
    rig.render(96_000)
    let messages = subscriber.mailbox.take()
    let stems = messages.filter { $0.address == "/notify/stem_meter" }
    #expect((39...41).contains(stems.count))
    #expect(messages.count { $0.address == "/notify/deck_meter" } == 2 * stems.count)
    let masters = messages.filter { $0.address == "/notify/master_meter" }
    #expect(masters.count == stems.count)
    #expect(messages.count { $0.address == "/notify/cue_meter" } == stems.count)
    for (one, next) in zip(stems, stems.dropFirst()) {
      let step = (next.arguments[1].asNumber ?? 0) - (one.arguments[1].asNumber ?? 0)
      #expect(abs(step - 0.05) < 0.0014, "a block more or less")
    }
    func levels(_ message: OSCMessage?) -> [Double] { (message?.arguments ?? []).suffix(4).compactMap(\.asNumber) }
    for (level, expected) in zip(levels(stems.last), [0.25, 0.25, 0.25 / 2.0.squareRoot(), 0.25 / 2.0.squareRoot()]) {
      #expect(abs(level - expected) < 1e-3)
    }
    let decks = messages.suffix(6).filter { $0.address == "/notify/deck_meter" }
    #expect(decks.map { $0.arguments[0] } == ["A", "B"])
    for (level, expected) in zip(
      levels(decks.first), [0.125, 0.125, 0.125 / 2.0.squareRoot(), 0.125 / 2.0.squareRoot()])
    {
      #expect(abs(level - expected) < 1e-3)
    }
    #expect(levels(decks.last) == [0, 0, 0, 0])
    #expect(abs((levels(masters.last).first ?? 0) - Master.output(0.125)) < 1e-3)
  }

  /// A packet stays below what a network carries whole.
  @Test func metersComeInPacketsThatTravelWhole() throws {
    let rig = try StemRig()
    let sizes = Mailbox()
    let client = StemClient("udp") { packet in sizes.put(OSCMessage("/size", .integer(packet.encoded().count))) }
    let path = rig.folder.path("a.wav")
    try Sound.noise(20_000, seed: 3).write(to: path)
    for id in 0..<64 {
      rig.send("/load_buffer", .integer(id), .string(path))
      rig.send("/play_stem", .integer(id), 1)
    }
    rig.server.receive(.message(OSCMessage("/notify", 1, "meters")), from: client)
    rig.render(44_100)
    let bytes = sizes.all.compactMap { $0.arguments.first?.asInteger }
    #expect(bytes.count > 60 && bytes.allSatisfy { $0 < 1400 })
  }

  // MARK: - Expiry

  @Test func theSilentAreAskedThenLetGo() throws {
    let rig = try StemRig(pulls: [4410])
    let subscriber = Subscriber()
    subscriber.send("/notify", 1, "state", to: rig)
    _ = subscriber.mailbox.take()
    rig.render(2 * 44_100)
    #expect(subscriber.mailbox.take().isEmpty)
    rig.render(12 * 44_100)
    let asked = subscriber.mailbox.take()
    #expect(asked == Array(repeating: OSCMessage("/notify/ping", 15.0), count: asked.count))
    #expect((3...4).contains(asked.count))
    #expect(rig.status()["subscribers"] == 1)
    rig.render(2 * 44_100)
    #expect(subscriber.mailbox.take().last?.address == "/notify/ended")
    #expect(rig.status()["subscribers"] == 0)
    rig.send("/crossfade_levels", 1, 1)
    rig.render(44_100)
    #expect(subscriber.mailbox.take().isEmpty)
  }

  /// Anything is an answer, even what is never answered.
  @Test(arguments: ["/notify/ping.reply", "/version", "/nonsense"]) func whoAnswersStays(answer: String) throws {
    let rig = try StemRig(pulls: [4410])
    let subscriber = Subscriber()
    subscriber.send("/notify", 1, "state", to: rig)
    for _ in 0..<60 {
      rig.render(44_100)
      if !subscriber.take("/notify/ping").isEmpty { subscriber.send(answer, to: rig) }
    }
    _ = subscriber.mailbox.take()
    rig.send("/crossfade_levels", 1, 1)
    rig.render(4410)
    #expect(subscriber.take("/notify/deck_level").count == 2)
  }

  @Test func connectionsLastUntilTheyEnd() throws {
    let rig = try StemRig(pulls: [4410])
    let subscriber = Subscriber("tcp 127.0.0.1:50001", isConnected: true)
    subscriber.send("/notify", 1, "state", to: rig)
    _ = subscriber.mailbox.take()
    rig.render(60 * 44_100)
    #expect(subscriber.mailbox.take().isEmpty)
    #expect(rig.status()["subscribers"] == 1)
    rig.server.disconnected("tcp 127.0.0.1:50001")
    #expect(rig.status()["subscribers"] == 0)
  }

  @Test func subscriptionsEndWhenAsked() throws {
    let rig = try StemRig()
    #expect(rig.ask("/notify") == [OSCMessage("/done", "/notify", 1)])
    #expect(rig.ask("/notify", 0).last == OSCMessage("/done", "/notify", 0))
    rig.render(44_100)
    #expect(rig.mailbox.all.isEmpty)
    let refusal = rig.ask("/notify", 1, "weather")
    #expect(refusal.first?.address == "/fail")
    #expect(refusal.first?.arguments.last?.asText?.contains("state, meters, clock, faults") == true)
  }
}
