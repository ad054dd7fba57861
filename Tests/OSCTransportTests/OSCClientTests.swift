import OSC
import OSCTransport
import Testing

@Suite("A client", .timeLimit(.minutes(2)))
struct OSCClientTests {
  @Test func noOneListensOnTCP() async throws {
    let probe = try await ProbedServer.start(tcp: false)
    for host in ["127.0.0.1", "::1", "localhost"] {
      await #expect(throws: OSCTransportError.refused(.tcp, host: host, port: probe.port)) {
        _ = try await OSCClient.connect(host: host, port: probe.port, transport: .tcp)
      }
    }
    await probe.server.stop()
  }

  @Test func noOneListensOnUDP() async throws {
    let holder = try await ProbedServer.start(udp: false)
    let port = holder.port
    let client = try await OSCClient.connect(host: "localhost", port: port, transport: .udp)
    let replies = await client.request(OSCMessage("/a"), until: { _ in true }, timeoutSeconds: 60)
    #expect(replies.isEmpty)
    #expect(client.failure == .refused(.udp, host: "localhost", port: port))
    for _ in 0..<10 { client.send(OSCMessage("/b")) }
    let probe = try await ProbedServer.start(port: port, tcp: false)
    var answered: [OSCMessage] = []
    while answered.isEmpty {
      answered = await client.request(OSCMessage("/c"), until: { $0.address == "/c" }, timeoutSeconds: 60)
    }
    #expect(answered.last == OSCMessage("/c"))
    await client.close()
    await probe.server.stop()
    await holder.server.stop()
  }

  @Test func hostsAndPortsThatAreNone() async {
    await #expect(throws: OSCTransportError.portOutOfRange(0)) {
      _ = try await OSCClient.connect(host: "127.0.0.1", port: 0, transport: .udp)
    }
    for kind in OSCTransportKind.allCases {
      await #expect(throws: OSCTransportError.unknownHost("no such host")) {
        _ = try await OSCClient.connect(host: "no such host", port: 1, transport: kind)
      }
    }
  }

  @Test(arguments: OSCTransportKind.allCases)
  func requestsAtOnceEachGetTheirsWhileTheStreamIsRead(kind: OSCTransportKind) async throws {
    let probe = try await ProbedServer.start()
    let client = try await OSCClient.connect(host: "127.0.0.1", port: probe.port, transport: kind)
    let count = 50
    async let streamed = client.incoming.prefix(count).reduce(into: Set<OSCPacket>()) { $0.insert($1) }
    let answered = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<Int32(count) {
        group.addTask {
          let message = OSCMessage("/n", .int32(number))
          let replies = await client.request(message, until: { $0 == message }, timeoutSeconds: 60)
          return replies.last == message && replies.filter { $0 == message }.count == 1
        }
      }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(answered == count)
    #expect(await streamed == Set((0..<Int32(count)).map { .message(OSCMessage("/n", .int32($0))) }))
    await client.close()
    await probe.server.stop()
  }

  @Test func aRequestEndsWithItsTimeAndKeepsWhatCame() async throws {
    let probe = try await ProbedServer.start()
    let client = try await OSCClient.connect(host: "127.0.0.1", port: probe.port, transport: .tcp)
    let none = await client.request(OSCMessage("/a"), until: { _ in false }, timeoutSeconds: 0)
    #expect(none.count <= 1)
    _ = await client.request(OSCMessage("/b"), until: { $0.address == "/b" }, timeoutSeconds: 60)
    let some = await client.request(OSCMessage("/c"), until: { $0.address == "/never" }, timeoutSeconds: 0.5)
    #expect(some == [OSCMessage("/c")])
    #expect(await client.request(OSCMessage("/d"), until: { _ in false }, timeoutSeconds: .nan).count <= 1)
    await client.close()
    await probe.server.stop()
  }

  @Test func aRequestEndsWithItsTaskAndWithTheConnection() async throws {
    let probe = try await ProbedServer.start(echoes: false)
    let client = try await OSCClient.connect(host: "127.0.0.1", port: probe.port, transport: .tcp)
    let cancelled = Task { await client.request(OSCMessage("/a"), until: { _ in true }, timeoutSeconds: 1e300) }
    _ = try await probe.next()
    cancelled.cancel()
    #expect(await cancelled.value.isEmpty)
    let waiting = Task { await client.request(OSCMessage("/b"), until: { _ in true }, timeoutSeconds: .infinity) }
    _ = try await probe.next()
    await probe.server.stop()
    #expect(await waiting.value.isEmpty)
    for await _ in client.incoming {}
    #expect(await client.request(OSCMessage("/c"), until: { _ in true }, timeoutSeconds: 60).isEmpty)
    await client.close()
  }

  @Test func bundlesAreUnpackedForRequests() async throws {
    let probe = try await ProbedServer.start(echoes: false)
    let client = try await OSCClient.connect(host: "127.0.0.1", port: probe.port, transport: .udp)
    async let replies = client.request(OSCMessage("/a"), until: { $0.address == "/done" }, timeoutSeconds: 60)
    let peer = try await probe.next().peer
    peer.send(.bundle(OSCBundle(messages: [OSCMessage("/x", 1), OSCMessage("/done"), OSCMessage("/y")])))
    #expect(await replies == [OSCMessage("/x", 1), OSCMessage("/done")])
    await client.close()
    await probe.server.stop()
  }
}
