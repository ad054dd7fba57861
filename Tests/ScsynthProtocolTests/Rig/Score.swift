import Foundation
import OSC
import Testing

/// Scores, rendered by scsynth and by ours.
enum Score {
  /// As bytes: each bundle behind its length.
  static func bytes(_ bundles: [(Double, [OSCMessage])]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (seconds, messages) in bundles {
      let tag = OSCTimeTag(rawValue: UInt64(seconds * 4_294_967_296))
      let encoded = OSCPacket.bundle(OSCBundle(timeTag: tag, messages: messages)).encoded()
      withUnsafeBytes(of: UInt32(encoded.count).bigEndian) { bytes += $0 }
      bytes += encoded
    }
    return bytes
  }

  /// Renders with both; gives back the files' bytes.
  static func render(
    _ bytes: [UInt8], header: String, samples: String, input: String? = nil, _ options: [String] = []
  ) throws -> (peer: [UInt8], ours: [UInt8]) {
    let peer = try #require(Program.installed("scsynth"), "scsynth is not installed: Scripts/bootstrap.sh test")
    let ours = try #require(Program.built("scsynth"))
    let folder = try Folder()
    try folder.write(bytes, "score.osc")
    for (program, name) in [(peer, "peer"), (ours, "ours")] {
      let arguments = ["-N", folder.file("score.osc"), input ?? "_", folder.file(name), "44100", header, samples]
      let run = try Program.run(program, arguments + options)
      #expect(run.code == 0, "\(run.output)")
    }
    return (try folder.read("peer"), try folder.read("ours"))
  }

  /// Little-endian samples.
  static func floats(_ file: [UInt8], from start: Int) -> [Float] {
    file.withUnsafeBytes { bytes in
      stride(from: start, to: file.count - 3, by: 4).map { at -> Float in
        let bits = bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)
        return Float(bitPattern: UInt32(littleEndian: bits))
      }
    }
  }

  /// The samples of both, of so many channels.
  static func sound(
    _ bundles: [(Double, [OSCMessage])], channels: Int = 1, input: String? = nil, _ options: [String] = []
  ) throws -> (peer: [Float], ours: [Float]) {
    let (peer, ours) = try render(
      bytes(bundles), header: "raw", samples: "float", input: input,
      ["-o", "\(channels)", "-i", input == nil ? "0" : "2", "-D", "0"] + options)
    return (floats(peer, from: 0), floats(ours, from: 0))
  }

  /// Of ours alone, of one channel.
  static func ours(_ bundles: [(Double, [OSCMessage])], _ options: [String] = []) throws -> [Float] {
    let folder = try Folder()
    try folder.write(bytes(bundles), "score.osc")
    let run = try Program.run(
      try #require(Program.built("scsynth")),
      [
        "-N", folder.file("score.osc"), "_", folder.file("out"), "44100", "raw", "float", "-o", "1", "-i", "0", "-D",
        "0",
      ]
        + options)
    #expect(run.code == 0, "\(run.output)")
    return floats(try folder.read("out"), from: 0)
  }

  /// The greatest difference; infinite when one is longer.
  static func difference(_ sound: (peer: [Float], ours: [Float])) -> Float {
    guard sound.peer.count == sound.ours.count else { return .infinity }
    return zip(sound.peer, sound.ours).map { abs($0 - $1) }.max() ?? .infinity
  }

  /// What scsynth and ours print, line by line.
  static func print(_ bundles: [(Double, [OSCMessage])]) throws -> (peer: [Substring], ours: [Substring]) {
    let folder = try Folder()
    try folder.write(bytes(bundles), "score.osc")
    let programs = [Program.installed("scsynth"), Program.built("scsynth")]
    let printed = try programs.map { program in
      let program = try #require(program)
      let run = try Program.run(
        program, ["-N", folder.file("score.osc"), "_", folder.file("out.wav"), "44100", "WAV", "float", "-D", "0"])
      return run.output.split(separator: "\n", omittingEmptySubsequences: false)
    }
    return (printed[0], printed[1])
  }
}
