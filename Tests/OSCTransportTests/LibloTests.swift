import OSC
import OSCTransport
import Testing

@Suite("liblo", .timeLimit(.minutes(2)))
struct LibloTests {
  /// Every type that oscsend writes.
  static let types = "ihfdsScmTFNI"
  static let values: [OSCArgument] = [
    .int32(-1), .int64(1 << 40), .float32(0.5), .double(0.25), .string("bass line"), .symbol("sym"), .character("c"),
    .midi(OSCMIDIMessage(port: 0, status: 0x90, data1: 0x3C, data2: 0x7F)), .true, .false, .null, .impulse,
  ]

  /// IPv4 alone: liblo is built without IPv6 as a rule.
  @Test(arguments: ["udp", "tcp"], ["127.0.0.1", "localhost"])
  func oscsendSpeaksToOurServer(way: String, host: String) async throws {
    let probe = try await ProbedServer.start()
    let liblo = try PeerTools.liblo(
      "oscsend", "osc.\(way)://\(host):\(probe.port)/", "/every", Self.types, "-1", "1099511627776", "0.5", "0.25",
      "bass line", "sym", "c", "00903c7f")
    #expect(try await probe.nextPacket() == .message(OSCMessage("/every", Self.values)))
    let (status, output) = await liblo.wait()
    #expect(status == 0, "\(output)")
    await probe.server.stop()
  }

  @Test(arguments: [(OSCTransportKind.udp, OSCFraming.lengthPrefix), (.tcp, .lengthPrefix), (.tcp, .slip)])
  func ourClientSpeaksToOscdump(kind: OSCTransportKind, framing: OSCFraming) async throws {
    // Holds the port's number for the transport that oscdump does not use.
    let holder = try await ProbedServer.start(udp: kind == .tcp, tcp: kind == .udp)
    let port = holder.port
    let liblo = try PeerTools.liblo("oscdump", "-L", "osc.\(kind)://:\(port)/")
    let client = try await Self.connect(port, kind, framing)
    let arguments = Self.values + [.timeTag(OSCTimeTag(seconds: 1, fraction: 5)), .blob([1, 2, 3, 4])]
    let message = OSCMessage("/every", arguments)
    let bundle = OSCBundle(elements: [.bundle(OSCBundle(messages: [OSCMessage("/a", 1)])), .message(OSCMessage("/b"))])
    client.send(message)
    client.send(.bundle(bundle))
    var lines: [String] = []
    for await line in liblo.lines {
      // Each begins with the time tag.
      let words = line.split(separator: " ", maxSplits: 1)
      guard words.count == 2, !words[1].hasPrefix("/hello") else { continue }
      lines.append(words[1].trimmingSuffix(while: \.isWhitespace))
      if lines.count == 3 { break }
    }
    #expect(
      lines == [
        "/every \(Self.types)tb -1 1099511627776 0.500000 0.250000 \"bass line\" 'sym 'c' MIDI [0x00 0x90 0x3c 0x7f] "
          + "#T #F Nil Infinitum 00000001.00000005 [4b 0x1 0x2 0x3 0x4]",
        "/a i 1", "/b",
      ])
    await client.close()
    liblo.stop()
    await holder.server.stop()
  }

  /// Tries until oscdump has opened its port, which it does not tell.
  static func connect(_ port: Int, _ kind: OSCTransportKind, _ framing: OSCFraming) async throws(OSCTransportError)
    -> OSCClient
  {
    while true {
      do throws(OSCTransportError) {
        let client = try await OSCClient.connect(host: "127.0.0.1", port: port, transport: kind, framing: framing)
        guard kind == .udp else { return client }
        // A port that is closed says so at once; one that is open says nothing.
        _ = await client.request(OSCMessage("/hello"), until: { _ in true }, timeoutSeconds: 0.2)
        if client.failure == nil { return client }
        await client.close()
      } catch {
        guard case .refused = error else { throw error }
        await Task.yield()
      }
    }
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> String {
    var part = self
    while let last = part.last, isTrimmed(last) { part.removeLast() }
    return String(part)
  }
}
