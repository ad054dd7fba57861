import Control
import Foundation
import OSC
import RealTime
import TestSupport
import Testing

/// What units tell clients and people, scsynth's and ours, in the same run.
@Suite struct UnitMessageTests {
  private static func letters(_ text: String) -> [SynthDef.Input] {
    [.constant(Float(text.utf8.count))] + text.utf8.map { .constant(Float($0)) }
  }

  /// Triggers in its second block and later, at both rates, and ends.
  private static let telling = SynthDef(
    name: "telling", controls: [],
    units: [
      .init(
        "Line", rate: .control, inputs: [.constant(-1), .constant(1), .constant(0.02), .constant(0)],
        outputRates: [.control]),
      .init(
        "Line", rate: .audio, inputs: [.constant(-0.5), .constant(1), .constant(0.03), .constant(2)],
        outputRates: [.audio]),
      .init("SendTrig", rate: .control, inputs: [control, .constant(5), .constant(0.25)], outputRates: []),
      .init("SendTrig", rate: .audio, inputs: [audio, .constant(6), audio], outputRates: []),
      .init(
        "SendReply", rate: .control,
        inputs: [control, .constant(-1)] + letters("/hello") + [.constant(1.5), .constant(-3)], outputRates: []),
      .init(
        "SendReply", rate: .audio, inputs: [audio, .constant(9)] + letters("/longer/address") + [audio, control],
        outputRates: []),
      .init("SendReply", rate: .control, inputs: [control, .constant(2)] + letters("/none"), outputRates: []),
      .init(
        "Poll", rate: .control, inputs: [control, .constant(1 / 3), .constant(7)] + letters("third"),
        outputRates: [.control]),
      .init(
        "Poll", rate: .audio, inputs: [audio, .constant(1e9), .constant(-1)] + letters("a billion"),
        outputRates: [.audio]),
      .init(
        "Dpoll", rate: .demand, inputs: [.constant(42), .constant(8), .constant(1)] + letters("on demand"),
        outputRates: [.demand]),
      .init(
        "Demand", rate: .control, inputs: [control, .constant(0), .wire(unit: 9, output: 0)], outputRates: [.control]),
    ])
  private static var control: SynthDef.Input { .wire(unit: 0, output: 0) }
  private static var audio: SynthDef.Input { .wire(unit: 1, output: 0) }

  /// Addresses and arguments, floats to a ten thousandth.
  private static func text(_ message: OSCMessage) -> String {
    let arguments = message.arguments.map { argument in
      if case .float32(let value) = argument { String(format: "%.4f", value) } else { "\(argument)" }
    }
    return "\(message.address) \(arguments.joined(separator: " "))"
  }

  @Test func clientsAreTold() async throws {
    let peer = try #require(Program.installed("scsynth"), "scsynth is not installed: Scripts/bootstrap.sh test")
    let ours = try #require(Program.built("scsynth"))
    try await DummyJACKServer.run { jack in
      let environment = ["JACK_DEFAULT_SERVER": jack.name, "SYRINX_BACKEND": "jack"]
      let told = try [peer, ours].map { program in
        let server = try ScsynthRun(program, environment: environment)
        _ = server.answers(to: .message(OSCMessage("/notify", 1)), number: 1)
        _ = server.answers(
          to: .message(OSCMessage("/d_recv", .blob(try Definitions.bytes(Self.telling)))), number: 2)
        let answers = server.answers(
          to: .message(OSCMessage("/s_new", "telling", 1000, 0, 0)), number: 3, awaiting: "/n_end")
        server.send(.message(OSCMessage("/quit", [])))
        return answers.map(Self.text)
      }
      #expect(told[0].sorted() == told[1].sorted())
      #expect(told[1].count == 2 + 2 + 3 + 2)
    }
  }

  /// Poll's lines, which a score prints, too.
  @Test func peopleAreTold() throws {
    let programs = [try #require(Program.installed("scsynth")), try #require(Program.built("scsynth"))]
    let folder = try Folder()
    let definition = try Definitions.bytes(Self.telling)
    let messages: [(UInt64, OSCMessage)] = [
      (0, OSCMessage("/d_recv", .blob(definition))), (0, OSCMessage("/s_new", "telling", 1000, 0, 0)),
      (1 << 28, OSCMessage("/g_new", 1, 0, 0)),
    ]
    var bytes: [UInt8] = []
    for (time, message) in messages {
      let bundle = OSCBundle(timeTag: OSCTimeTag(rawValue: time), messages: [message])
      let encoded = OSCPacket.bundle(bundle).encoded()
      withUnsafeBytes(of: UInt32(encoded.count).bigEndian) { bytes += $0 }
      bytes += encoded
    }
    try folder.write(bytes, "score.osc")
    let lines = try programs.map { program in
      let run = try Program.run(
        program,
        ["-N", folder.file("score.osc"), "_", folder.file("out.wav"), "44100", "WAV", "float", "-o", "1", "-D", "0"])
      return run.output.split(separator: "\n").filter { $0.contains(": ") && !$0.contains("ERROR") }.map(String.init)
    }
    let wanted = ["third: 0.333333", "a billion: 1e+09", "on demand: 42 block offset: 0"]
    for spoken in lines { #expect(wanted.allSatisfy { spoken.contains($0) }, "\(spoken)") }
  }
}
