import ScsynthProtocol
import Testing

/// scsynth's command line.
@Suite struct CommandLineTests {
  @Test func standards() {
    guard case .run(let options) = ScsynthCommandLine.read(["-u", "57110"]) else {
      Issue.record("refused")
      return
    }
    #expect(options.udpPort == 57_110 && options.tcpPort == nil && options.bindAddress == "127.0.0.1")
    #expect(options.audioBuses == 1024 && options.controlBuses == 16_384 && options.buffers == 1024)
    #expect(options.inputs == 8 && options.outputs == 8 && options.maxLogins == 64 && options.loadsSynthDefs)
  }

  @Test func everyOptionIsTaken() {
    let line =
      "-u 1 -t 2 -B 0.0.0.0 -a 2048 -i 2 -o 2 -c 100 -z 64 -Z 512 -S 48000 -b 1000 -n 2000 -d 100 -m 65536 -w 128 -r 32 "
      + "-l 3 -D 0 -R 0 -p secret -H in out -I 1 -O 1 -M 0 -C 1 -U /a:/b -P /tmp -L -V -1 --sample-accurate"
    guard case .run(let options) = ScsynthCommandLine.read(line.split(separator: " ").map { String($0) }) else {
      Issue.record("refused")
      return
    }
    #expect(options.udpPort == 1 && options.tcpPort == 2 && options.bindAddress == "0.0.0.0")
    #expect(options.buffers == 1024 && options.maxLogins == 4 && options.hardwareFrames == 512)
    #expect(options.inputDevice == "in" && options.outputDevice == "out" && options.password == "secret")
    #expect(options.restrictedPath == "/tmp" && options.verbosity == -1 && options.isSampleAccurate)
    #expect(!options.loadsSynthDefs && options.locksMemory && options.sampleRate == 48_000)
  }

  @Test func scores() {
    guard
      case .run(let options) = ScsynthCommandLine.read([
        "-N", "a.osc", "_", "b.wav", "44100", "WAV", "int16", "-o", "2",
      ])
    else {
      Issue.record("refused")
      return
    }
    #expect(
      options.score
        == .init(commands: "a.osc", input: nil, output: "b.wav", sampleRate: 44_100, header: "WAV", samples: "int16"))
  }

  @Test(arguments: [
    (["-x"], "ERROR: Invalid option -x"), (["-u"], "ERROR: Argument expected after option -u"),
    ([], "ERROR: There must be a -u and/or a -t options, or -N for nonrealtime."),
    (["-N", "a"], "ERROR: More arguments expected after option -N"),
    (["-u", "1", "-a", "3", "-i", "2", "-o", "2"], "ERROR: number of audio bus channels < inputs + outputs."),
  ])
  func mistakes(arguments: [String], line: String) {
    guard case .exit(let text, let code) = ScsynthCommandLine.read(arguments) else {
      Issue.record("taken")
      return
    }
    #expect(code == 1 && text.hasPrefix(line + "\n"))
  }

  @Test func theVersion() {
    guard case .exit(let text, let code) = ScsynthCommandLine.read(["-v"]) else {
      Issue.record("taken")
      return
    }
    #expect(code == 0 && text.hasPrefix("scsynth 3.13.0"))
  }
}
