import Control
import Foundation
import OSC
import TestSupport
import Testing

/// scsynth's answers and ours, to the same words, in the same run.
@Suite struct ConversationTests {
  @Test(arguments: [false, true]) func answersAsThePeer(stream: Bool) async throws {
    let peer = try #require(Program.installed("scsynth"), "scsynth is not installed: Scripts/bootstrap.sh test")
    let ours = try #require(Program.built("scsynth"))
    let folder = try Folder()
    try await DummyJACKServer.run { jack in
      let environment = ["JACK_DEFAULT_SERVER": jack.name, "SYRINX_BACKEND": "jack"]
      let servers = [
        try ScsynthRun(peer, stream: stream, environment: environment),
        try ScsynthRun(ours, stream: stream, environment: environment),
      ]
      for (number, step) in try Conversation.steps(file: folder.file("sound.wav")).enumerated() {
        let answers = servers.map {
          $0.answers(to: step.packet, number: Int32(100_000 + number), awaiting: step.awaited)
        }
        #expect(
          Self.isAlike(answers[0], answers[1]),
          "\(step.packet): scsynth says \(answers[0].map(\.description)), we say \(answers[1].map(\.description))")
      }
      for server in servers { server.send(.message(OSCMessage("/quit", []))) }
      #expect(
        servers.map { $0.messages { $0.address == "/done" }.last }
          == Array(repeating: OSCMessage("/done", "/quit"), count: 2))
      #expect(servers[1].ended() == 0)
    }
  }

  /// Clients boot us by their own line, and are answered what scsynth answers them.
  @Test(arguments: ClientBoots.all) func bootsAsThePeer(boot: ClientBoots.Boot) async throws {
    let peer = try #require(Program.installed("scsynth"), "scsynth is not installed: Scripts/bootstrap.sh test")
    let ours = try #require(Program.built("scsynth"))
    let folder = try Folder()
    try folder.write(try Definitions.bytes(Definitions.sine), "sine.scsyndef")
    try folder.write(NoiseFile(frames: 100).bytes, "noise.au")
    let steps = boot.steps(folder.path, folder.file("noise.au"), folder.file("record.wav"))
    try await DummyJACKServer.run { jack in
      let environment = ["JACK_DEFAULT_SERVER": jack.name, "SYRINX_BACKEND": "jack"]
      let servers = try [peer, ours].map { try ScsynthRun($0, boot.options, environment: environment) }
      for (number, step) in steps.enumerated() {
        let answers = servers.map { $0.answers(to: step, number: Int32(100_000 + number)) }
        #expect(
          Self.isAlike(answers[0], answers[1]),
          "\(step): scsynth says \(answers[0].map(\.description)), we say \(answers[1].map(\.description))")
      }
    }
  }

  /// Floats to a hundred thousandth, all else to the byte, in order.
  private static func isAlike(_ one: [OSCMessage], _ other: [OSCMessage]) -> Bool {
    one.count == other.count
      && zip(one, other).allSatisfy { left, right in
        left.address == right.address && left.arguments.count == right.arguments.count
          && zip(left.arguments, right.arguments).allSatisfy { pair in
            if case (.float32(let one), .float32(let other)) = pair { return abs(one - other) < 1e-5 }
            return pair.0 == pair.1
          }
      }
  }

  /// What is broken is told and disturbs nothing.
  @Test func badInput() async throws {
    let ours = try #require(Program.built("scsynth"))
    let server = try ScsynthRun(ours, environment: ["SYRINX_BACKEND": "null"])
    func answers(_ message: OSCMessage, _ number: Int32) -> [OSCMessage] {
      server.answers(to: .message(message), number: number)
    }
    let good = try Definitions.bytes(Definitions.sine)
    #expect(answers(OSCMessage("/d_recv", .blob(good)), 1) == [OSCMessage("/done", "/d_recv")])
    for (bytes, words) in [
      (Array(good.dropLast(9)), "SynthDef sine"), (Array("SCgf".utf8), "the bytes end"), (Array("hello".utf8), "SCgf"),
    ] {
      let answer = answers(OSCMessage("/d_recv", .blob(bytes)), 2)
      #expect(answer.count == 1 && answer[0].address == "/fail" && answer[0].arguments[0] == "/d_recv")
      #expect(answer[0].arguments[1].asText?.contains(words) ?? false, "\(answer)")
    }
    var unknown = Definitions.sine
    unknown.name = "unknown"
    unknown.units[1].name = "NoSuchUnit"
    let answer = answers(OSCMessage("/d_recv", .blob(try Definitions.bytes(unknown))), 3)
    #expect(answer.first?.arguments[1].asText?.contains("NoSuchUnit") ?? false, "\(answer)")
    server.sendRaw([1, 2, 3])
    server.sendRaw(Array("#bundle\0\0\0\0\0\0\0\0\u{1}\0\0\0\u{FF}".utf8))
    #expect(answers(OSCMessage("/s_new", "sine", 1000, 0, 0), 4) == [])
    #expect(answers(OSCMessage("/s_get", 1000, "freq"), 5) == [OSCMessage("/n_set", 1000, "freq", 440.0)])
  }

  /// A TCP client that does not know the password is not heard.
  @Test func passwords() throws {
    let ours = try #require(Program.built("scsynth"))
    let server = try ScsynthRun(ours, stream: true, ["-p", "secret"], environment: ["SYRINX_BACKEND": "null"])
    func frame(_ text: String) -> [UInt8] {
      let bytes = Array(text.utf8) + [0]
      return withUnsafeBytes(of: UInt32(bytes.count).bigEndian) { Array($0) } + bytes
    }
    server.sendRaw(frame("wrong"))
    server.sendRaw(frame("secret"))
    #expect(server.answers(to: .message(OSCMessage("/c_get", 0)), number: 1) == [OSCMessage("/c_set", 0, 0.0)])
    let other = try ScsynthRun(ours, stream: true, ["-p", "secret"], environment: ["SYRINX_BACKEND": "null"])
    for _ in 0..<4 { other.sendRaw(frame("wrong")) }
    #expect(other.receive() == nil)
  }

  /// As many clients as `-l` says are told what happens; the others are told so.
  @Test func logins() async throws {
    let peer = try #require(Program.installed("scsynth"), "scsynth is not installed: Scripts/bootstrap.sh test")
    let ours = try #require(Program.built("scsynth"))
    let notify = OSCPacket.message(OSCMessage("/notify", 1))
    let answers = try await DummyJACKServer.run { jack in
      try [peer, ours].map { program in
        let server = try ScsynthRun(
          program, ["-l", "1"], environment: ["JACK_DEFAULT_SERVER": jack.name, "SYRINX_BACKEND": "jack"])
        return server.answers(to: notify, number: 1) + (server.answer(toAnother: notify)?.messages ?? [])
      }
    }
    #expect(answers[0] == answers[1] && answers[1].count == 2)
  }

  /// As many connections as `-l` says are heard; another one's words wait until one of them is gone.
  @Test func connections() async throws {
    let peer = try #require(Program.installed("scsynth"), "scsynth is not installed: Scripts/bootstrap.sh test")
    let ours = try #require(Program.built("scsynth"))
    try await DummyJACKServer.run { jack in
      for program in [peer, ours] {
        let server = try ScsynthRun(
          program, stream: true, ["-l", "1"], environment: ["JACK_DEFAULT_SERVER": jack.name, "SYRINX_BACKEND": "jack"])
        let answer = server.answer(toAnother: .message(OSCMessage("/c_get", 0))) {
          for number in 1...20 as ClosedRange<Int32> {
            let value = OSCMessage("/c_set", 0, .float32(Float(number)))
            #expect(server.answers(to: .message(value), number: number) == [])
          }
        }
        #expect(answer?.messages == [OSCMessage("/c_set", 0, 20.0)], "\(program)")
      }
    }
  }

  /// `-B` is the only address that is heard; `-L` and lower verbosity leave the ready line.
  @Test func binds() throws {
    let ours = try #require(Program.built("scsynth"))
    let server = try ScsynthRun(
      ours, host: "127.0.0.2", ["-B", "127.0.0.2", "-L"], environment: ["SYRINX_BACKEND": "null"])
    let status = OSCPacket.message(OSCMessage("/status", []))
    #expect(server.answer(toAnother: status, host: "127.0.0.2")?.messages.first?.address == "/status.reply")
    #expect(server.answer(toAnother: status) == nil)
  }

  /// No path leads out of the jail.
  @Test func jail() throws {
    let ours = try #require(Program.built("scsynth"))
    let (jail, outside) = (try Folder(), try Folder())
    let server = try ScsynthRun(ours, ["-P", jail.path], environment: ["SYRINX_BACKEND": "null"])
    _ = server.answers(to: .message(OSCMessage("/b_alloc", 0, 10, 1)), number: 1)
    let escaped = server.answers(
      to: .message(OSCMessage("/b_write", 0, .string(outside.file("a.wav")), "wav", "float")), number: 2)
    #expect(escaped.first?.address == "/fail")
    #expect(!FileManager.default.fileExists(atPath: outside.file("a.wav")))
    let kept = server.answers(to: .message(OSCMessage("/b_write", 0, "../a.wav", "wav", "float")), number: 3)
    #expect(kept == [OSCMessage("/done", "/b_write", 0)])
    #expect(FileManager.default.fileExists(atPath: jail.file("a.wav")))
  }
}
