import OSC
import OSCTransport
import Testing

@Suite("A server and its peers over real sockets", .timeLimit(.minutes(2)))
struct OSCServerTests {
  enum Way: String, CaseIterable, Sendable {
    case udp, lengthPrefix, slip

    func connect(_ host: String, _ port: Int) async throws -> OSCClient {
      switch self {
      case .udp: try await OSCClient.connect(host: host, port: port, transport: .udp)
      case .lengthPrefix: try await OSCClient.connect(host: host, port: port, transport: .tcp)
      case .slip: try await OSCClient.connect(host: host, port: port, transport: .tcp, framing: .slip)
      }
    }
  }

  static let everyType = OSCMessage(
    "/every", .int32(-1), .float32(0.5), .string("bäss"), .blob([1, 2, 3, 4]), .int64(1 << 40),
    .timeTag(OSCTimeTag(seconds: 3_900_000_000, fraction: 1 << 31)), .double(0.1), .symbol("sym"), .character("c"),
    .color(OSCColor(red: 1, green: 2, blue: 3, alpha: 4)),
    .midi(OSCMIDIMessage(port: 0, status: 0x90, data1: 60, data2: 127)), .true, .false, .null, .impulse,
    .array([1, "x", .array([0.5])]))

  @Test(arguments: ["127.0.0.1", "::1", "localhost"], Way.allCases)
  func packetsGoAndComeBackInOrder(host: String, way: Way) async throws {
    let probe = try await ProbedServer.start()
    let client = try await way.connect(host, probe.port)
    var packets: [OSCPacket] = (0..<300).map { .message(OSCMessage("/n", .int32($0))) }
    packets.append(.message(Self.everyType))
    packets.append(.bundle(OSCBundle(elements: [.bundle(OSCBundle(elements: [])), .message(Self.everyType)])))
    packets.append(.message(OSCMessage(.number(9), 1)))
    packets.append(.message(OSCMessage("/big", .blob(Array(repeating: 0xC0, count: 60_000)))))
    for packet in packets { client.send(packet) }
    var received: [OSCPacket] = []
    for await packet in client.incoming {
      received.append(packet)
      if received.count == packets.count { break }
    }
    #expect(received == packets)
    let peer = try await probe.next().peer
    #expect(peer.transport == client.transport)
    #expect(peer.host == (host == "localhost" ? peer.host : host))
    #expect(peer.description.hasPrefix("\(client.transport) "))
    await client.close()
    await probe.server.stop()
  }

  @Test(arguments: [true, false])
  func aPortInUseIsOneClearLine(udp: Bool) async throws {
    let probe = try await ProbedServer.start(addresses: ["127.0.0.1"], udp: udp, tcp: !udp)
    let error = await #expect(throws: OSCTransportError.self) {
      _ = try await ProbedServer.start(port: probe.port)
    }
    #expect(error == .portInUse(udp ? .udp : .tcp, host: "127.0.0.1", port: probe.port))
    let text = error?.description ?? ""
    #expect(text.contains("\(udp ? "UDP" : "TCP") port \(probe.port)") && text.contains("in use"))
    #expect(!text.contains("\n"))
    await probe.server.stop()
  }

  @Test func aStoppedServersPortIsFreeAgain() async throws {
    let first = try await ProbedServer.start()
    let client = try await Way.lengthPrefix.connect("127.0.0.1", first.port)
    client.send(OSCMessage("/a"))
    let peer = try await first.next().peer
    await first.server.stop()
    await first.server.stop()
    peer.send(.message(OSCMessage("/late")))
    let gone = await first.departures.first { _ in true }
    #expect(gone == peer)
    await client.close()
    // Unless another program's socket happens to be given just this number.
    var taken = 0
    while taken < 4 {
      do throws(OSCTransportError) {
        let earlier = try await OSCServer.start(port: 0, logger: first.log.logger, onPacket: { _, _ in })
        await earlier.stop()
        let later = try await OSCServer.start(port: earlier.port, logger: first.log.logger, onPacket: { _, _ in })
        #expect(later.port == earlier.port)
        await later.stop()
        return
      } catch {
        taken += 1
      }
    }
    Issue.record("the port was never free again")
  }

  @Test(arguments: [
    ["0.0.0.0"], ["::"], ["0.0.0.0", "::"], ["::", "0.0.0.0"], ["127.0.0.1", "127.0.0.1", "localhost"],
  ])
  func wildcardsAndDuplicates(addresses: [String]) async throws {
    let probe = try await ProbedServer.start(addresses: addresses)
    let hosts = addresses == ["0.0.0.0"] ? ["127.0.0.1"] : ["127.0.0.1", "::1"]
    for host in hosts {
      for way in Way.allCases {
        let client = try await way.connect(host, probe.port)
        let replies = await client.request(OSCMessage("/hello"), until: { $0.address == "/hello" }, timeoutSeconds: 60)
        #expect(replies == [OSCMessage("/hello")])
        #expect(try await probe.next().peer.host == host)
        await client.close()
      }
    }
    await probe.server.stop()
  }

  @Test func anIPv6AddressThatIsNotThereIsSkipped() async throws {
    let elsewhere = "2001:db8::1"
    let probe = try await ProbedServer.start(addresses: ["127.0.0.1", elsewhere])
    #expect(probe.log.all.contains { $0.contains(elsewhere) })
    await probe.server.stop()
    for addresses in [[elsewhere], ["192.0.2.77"], ["127.0.0.1", "192.0.2.77"]] {
      await #expect(throws: OSCTransportError.addressNotHere(host: addresses[addresses.count - 1])) {
        _ = try await ProbedServer.start(addresses: addresses)
      }
    }
  }

  @Test func whatCannotBeListenedOn() async {
    await #expect(throws: OSCTransportError.nothingToListenOn) { _ = try await ProbedServer.start(addresses: []) }
    await #expect(throws: OSCTransportError.nothingToListenOn) {
      _ = try await ProbedServer.start(udp: false, tcp: false)
    }
    for port in [-1, 65_536] {
      await #expect(throws: OSCTransportError.portOutOfRange(port)) { _ = try await ProbedServer.start(port: port) }
    }
    await #expect(throws: OSCTransportError.unknownHost("no such host")) {
      _ = try await ProbedServer.start(addresses: ["no such host"])
    }
  }

  @Test func aReplyTooLongForADatagramIsLogged() async throws {
    let probe = try await ProbedServer.start(echoes: false)
    let client = try await Way.udp.connect("127.0.0.1", probe.port)
    client.send(OSCMessage("/a"))
    let peer = try await probe.next().peer
    peer.send(.message(OSCMessage("/big", .blob(Array(repeating: 0, count: 100_000)))))
    peer.send(.message(OSCMessage("/small")))
    #expect(await client.incoming.first { _ in true } == .message(OSCMessage("/small")))
    #expect(await probe.log.line(containing: "do not fit into a datagram") != nil)
    await client.close()
    await probe.server.stop()
  }

  @Test func datagramsThatAreNoPacketsHarmNothing() async throws {
    let probe = try await ProbedServer.start()
    let raw = try RawSocket(stream: false, port: probe.port)
    try raw.send(Array("hello".utf8))
    let arrival = try await probe.next()
    #expect(throws: OSCDecodingError(.lengthNotMultipleOfFour(5), at: 0)) { try arrival.result.get() }
    #expect(arrival.peer.description.hasPrefix("udp 127.0.0.1:"))
    try raw.send(OSCPacket.message(OSCMessage("/ok")).encoded())
    #expect(try await probe.nextPacket() == .message(OSCMessage("/ok")))
    await probe.server.stop()
  }

  @Test func repliesToAClosedPortHarmNothing() async throws {
    let probe = try await ProbedServer.start(echoes: false)
    var raw: RawSocket? = try RawSocket(stream: false, port: probe.port)
    try raw?.send(OSCPacket.message(OSCMessage("/a")).encoded())
    let gone = try await probe.next().peer
    raw = nil
    for _ in 0..<100 { gone.send(.message(OSCMessage("/reply"))) }
    let client = try await Way.udp.connect("127.0.0.1", probe.port)
    client.send(OSCMessage("/still there"))
    #expect(try await probe.nextPacket() == .message(OSCMessage("/still there")))
    await client.close()
    await probe.server.stop()
  }

  @Test func aBurstOfTenThousandDatagramsArrives() async throws {
    let probe = try await ProbedServer.start(echoes: false)
    let raw = try RawSocket(stream: false, port: probe.port)
    let count: Int32 = 10_000
    for number in 0..<count { try raw.send(OSCPacket.message(OSCMessage("/n", .int32(number))).encoded()) }
    for number in 0..<count {
      let packet = try await probe.nextPacket()
      guard packet == .message(OSCMessage("/n", .int32(number))) else {
        Issue.record("\(packet) came in place of \(number)")
        break
      }
    }
    await probe.server.stop()
  }

  @Test(
    arguments: [
      ("unknown framing", Array("GET / HTTP/1.1\r\n\r\n".utf8)),
      ("absurd length", [0, 0, 0, 4, 0x2F, 0x61, 0, 0, 0x7F, 0xFF, 0xFF, 0xFF]),
      ("negative length", [0, 0, 0, 4, 0x2F, 0x61, 0, 0, 0xFF, 0xFF, 0xFF, 0xFC]),
    ] as [(String, [UInt8])])
  func aBrokenStreamIsClosedAlone(name: String, bytes: [UInt8]) async throws {
    let probe = try await ProbedServer.start()
    let other = try await Way.lengthPrefix.connect("127.0.0.1", probe.port)
    let raw = try RawSocket(stream: true, port: probe.port)
    try raw.send(bytes)
    #expect(await probe.log.line(containing: ": closed") != nil)
    let replies = await other.request(OSCMessage("/ok"), until: { _ in true }, timeoutSeconds: 60)
    #expect(replies == [OSCMessage("/ok")])
    await other.close()
    await probe.server.stop()
  }

  @Test func aBadPacketOnAStreamCostsOnlyItself() async throws {
    let probe = try await ProbedServer.start()
    let raw = try RawSocket(stream: true, port: probe.port)
    try raw.send([0, 0, 0, 3, 1, 2, 3] + [0, 0, 0, 0] + OSCFraming.lengthPrefix.frame(.message(OSCMessage("/ok"))))
    for reason in [OSCDecodingError.Reason.lengthNotMultipleOfFour(3), .empty] {
      let result = try await probe.next().result
      #expect(throws: OSCDecodingError(reason, at: 0)) { try result.get() }
    }
    #expect(try await probe.nextPacket() == .message(OSCMessage("/ok")))
    await probe.server.stop()
  }

  @Test func departuresAreTold() async throws {
    let probe = try await ProbedServer.start()
    let client = try await Way.slip.connect("127.0.0.1", probe.port)
    let other = try await Way.slip.connect("127.0.0.1", probe.port)
    for each in [client, other] {
      _ = await each.request(OSCMessage("/a"), until: { _ in true }, timeoutSeconds: 60)
    }
    let (peer, stays) = (try await probe.next().peer, try await probe.next().peer)
    #expect(peer != stays)
    await client.close()
    let gone = await probe.departures.first { _ in true }
    #expect(gone == peer)
    await other.close()
    await probe.server.stop()
  }

  @Test func aClientThatDoesNotReadIsDropped() async throws {
    let probe = try await ProbedServer.start(echoes: false)
    let raw = try RawSocket(stream: true, port: probe.port)
    try raw.send(OSCFraming.lengthPrefix.frame(.message(OSCMessage("/a"))))
    let peer = try await probe.next().peer
    let megabyte = OSCPacket.message(OSCMessage("/b", .blob(Array(repeating: 1, count: 1 << 20))))
    for _ in 0..<64 { peer.send(megabyte) }
    let gone = await probe.departures.first { _ in true }
    #expect(gone == peer)
    #expect(await probe.log.line(containing: "does not read") != nil)
    peer.send(megabyte)
    await probe.server.stop()
    withExtendedLifetime(raw) {}
  }

  @Test func randomBytesThenANormalSession() async throws {
    let probe = try await ProbedServer.start(echoes: true)
    var random = SystemRandomNumberGenerator()
    let raw = try RawSocket(stream: false, port: probe.port)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 1..<80)).map { _ in UInt8.random(in: 0...255, using: &random) }
      try raw.send(bytes)
    }
    for _ in 0..<100 {
      let stream = try RawSocket(stream: true, port: probe.port)
      try? stream.send(
        [[0, 0xC0].randomElement() ?? 0] + (0..<500).map { _ in UInt8.random(in: 0...255, using: &random) })
    }
    for way in Way.allCases {
      let client = try await way.connect("127.0.0.1", probe.port)
      let replies = await client.request(Self.everyType, until: { _ in true }, timeoutSeconds: 60)
      #expect(replies == [Self.everyType])
      await client.close()
    }
    await probe.server.stop()
  }
}
