import Foundation
import TestSupport
import Testing

/// Clients that know nothing of us boot our scsynth and play.
@Suite struct ClientTests {
  /// sclang without a screen.
  @Test func sclangBootsAndPlays() async throws {
    let sclang = try #require(Program.installed("sclang"), "sclang is not installed: Scripts/bootstrap.sh test")
    let ours = try #require(Program.built("scsynth"))
    let folder = try Folder()
    let session = """
      (
      var tell = { |what, is| (what ++ ": " ++ if(is) { "holds" } { "fails" }).postln };
      Server.program = "\(ours)";
      s = Server(\\test, NetAddr("127.0.0.1", \(20_000 + Int(getpid()) % 20_000)));
      s.options.numOutputBusChannels = 2;
      s.options.numInputBusChannels = 2;
      s.waitForBoot({
        var synth, buffer, bus, ended = false, trigger = false;
        tell.("boots", s.serverRunning);
        SynthDef(\\tone, { |out = 0, freq = 440| Out.ar(out, SinOsc.ar(freq)) }).add;
        s.sync;
        synth = Synth(\\tone, [\\freq, 300]);
        synth.get(\\freq, { |value| tell.("starts", value == 300) });
        s.sync;
        synth.set(\\freq, 500);
        synth.get(\\freq, { |value| tell.("sets", value == 500) });
        s.sync;
        buffer = Buffer.alloc(s, 16, 1);
        s.sync;
        buffer.setn(0, [1, 2, 3]);
        buffer.getn(0, 3, { |values| tell.("buffers", values == [1, 2, 3]) });
        bus = Bus.control(s, 1);
        bus.set(0.75);
        s.sync;
        tell.("shares buses", bus.getSynchronous == 0.75);
        bus.setSynchronous(0.5);
        bus.get({ |value| tell.("takes shared buses", value == 0.5) });
        OSCFunc({ |message| ended = message[1] == synth.nodeID }, '/n_end', s.addr).oneShot;
        synth.free;
        s.sync;
        0.1.wait;
        tell.("ends", ended);
        Pbind(\\instrument, \\tone, \\dur, 0.05, \\degree, Pseq([0, 1, 2], 1)).play;
        0.5.wait;
        s.quit({ tell.("quits", true); 0.exit });
      }, onFailure: { 1.exit });
      )
      """
    try folder.write(Array(session.utf8), "session.scd")
    let output = try await DummyJACKServer.run { jack in
      try Self.run(
        sclang, ["-D", folder.file("session.scd")],
        [
          "QT_QPA_PLATFORM": "offscreen", "QTWEBENGINE_DISABLE_SANDBOX": "1", "HOME": folder.path,
          "JACK_DEFAULT_SERVER": jack.name, "SYRINX_BACKEND": "jack",
        ])
    }
    for what in [
      "boots", "starts", "sets", "buffers", "shares buses", "takes shared buses", "ends", "quits",
    ] {
      #expect(output.contains("\(what): holds"), "\(what): \(output.suffix(3000))")
    }
  }

  /// supriya, a Python client.
  @Test func supriyaBootsAndPlays() async throws {
    let python = try #require(Program.installed("python3"))
    let ours = try #require(Program.built("scsynth"))
    let folder = try Folder()
    let session = """
      import supriya
      from supriya import Server, SynthDefBuilder
      from supriya.ugens import Out, SinOsc
      server = Server().boot(executable="\(ours)", port=\(40_000 + Int(getpid()) % 20_000), output_bus_channel_count=2)
      with SynthDefBuilder(frequency=440.0) as builder:
          Out.ar(bus=0, source=SinOsc.ar(frequency=builder["frequency"]))
      tone = builder.build(name="tone")
      server.add_synthdefs(tone)
      server.sync()
      group = server.add_group()
      synth = group.add_synth(tone, frequency=300.0)
      server.sync()
      print("starts: holds" if "tone" in str(server.query_tree()) else "starts: fails")
      synth.set(frequency=500.0)
      server.sync()
      print("sets: holds" if synth.get("frequency")["frequency"] == 500.0 else "sets: fails")
      buffer = server.add_buffer(channel_count=1, frame_count=16)
      server.sync()
      print("buffers: holds" if buffer.query().items[0].frame_count == 16 else "buffers: fails")
      synth.free()
      server.quit()
      print("quits: holds")
      """
    try folder.write(Array(session.utf8), "session.py")
    let output = try await DummyJACKServer.run { jack in
      try Self.run(
        python, [folder.file("session.py")],
        [
          "PYTHONPATH": ProcessInfo.processInfo.environment["SYRINX_PEERS"] ?? ".build/peers", "HOME": folder.path,
          "JACK_DEFAULT_SERVER": jack.name, "SYRINX_BACKEND": "jack",
        ])
    }
    for what in ["starts", "sets", "buffers", "quits"] {
      #expect(output.contains("\(what): holds"), "\(what): \(output.suffix(3000))")
    }
  }

  /// What a program prints until it ends, both streams; ended after a minute.
  private static func run(_ path: String, _ arguments: [String], _ environment: [String: String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let id = process.processIdentifier
    DispatchQueue.global().asyncAfter(deadline: .now() + 60) { if process.isRunning { kill(id, SIGKILL) } }
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return output
  }
}
