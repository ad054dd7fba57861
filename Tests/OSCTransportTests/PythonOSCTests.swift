import OSC
import OSCTransport
import Testing

@Suite("python-osc", .timeLimit(.minutes(2)))
struct PythonOSCTests {
  /// As `Peers/python_osc_types.py` has them.
  static let everyType: [OSCArgument] = [
    .int32(-1000), .int64(1 << 40), .float32(0.5), .double(0.1), .string("stems/bäss.wav"), .blob([1, 2, 3, 4]),
    .color(OSCColor(red: 1, green: 2, blue: 3, alpha: 4)),
    .midi(OSCMIDIMessage(port: 0, status: 0x90, data1: 60, data2: 127)), .true, .false, .null,
    .array([1, "x", .array([0.5])]),
  ]
  static let time = OSCArgument.timeTag(OSCTimeTag(seconds: 3_900_000_000, fraction: 1 << 31))

  @Test(arguments: ["udp", "tcp-1.0", "tcp-1.1"], ["127.0.0.1", "::1"])
  func itsClientSpeaksToOurServer(way: String, host: String) async throws {
    let probe = try await ProbedServer.start(echoes: false)
    let python = try PeerTools.python("python_osc_client.py", way, host, "\(probe.port)")
    let arrival = try await probe.next()
    #expect(try arrival.result.get() == .message(OSCMessage("/every", Self.everyType)))
    #expect(try await probe.nextPacket() == .message(OSCMessage("/time", Self.time)))
    guard case .bundle(let outer) = try await probe.nextPacket(), case .bundle(let inner)? = outer.elements.first else {
      Issue.record("no bundle in a bundle")
      return
    }
    #expect(outer.timeTag.isImmediate)
    #expect(abs(inner.timeTag.secondsSince1970 - 1_000_000_000.5) < 1e-6)
    #expect(inner.elements == [.message(OSCMessage("/inner", 7))])
    #expect(outer.elements.dropFirst() == [.message(OSCMessage("/outer"))])
    arrival.peer.send(try arrival.result.get())
    let (status, output) = await python.wait()
    #expect(status == 0, "\(output)")
    await probe.server.stop()
  }

  @Test(arguments: [(OSCTransportKind.udp, OSCFraming.lengthPrefix), (.tcp, .lengthPrefix), (.tcp, .slip)])
  func ourClientSpeaksToItsServer(kind: OSCTransportKind, framing: OSCFraming) async throws {
    let way = kind == .udp ? "udp" : framing == .slip ? "tcp-1.1" : "tcp-1.0"
    let python = try PeerTools.python("python_osc_server.py", way)
    let line = await python.nextLine() ?? "nothing"
    let port = try #require(Int(line), "\(line)")
    let client = try await OSCClient.connect(host: "127.0.0.1", port: port, transport: kind, framing: framing)
    let replies = await client.request(
      OSCMessage("/every", Self.everyType + [Self.time]), until: { _ in true }, timeoutSeconds: 60)
    let expected = Self.everyType.filter { !["d", "r"].contains($0.typeTag) }
    #expect(replies == [OSCMessage("/every.reply", expected)])
    await client.close()
    python.stop()
  }
}
