import Foundation
import OSC

/// SuperCollider's server, rendering a score offline, as the peer to compare with.
struct Scsynth {
  let path: String

  /// Our own, which takes the same command line: the program of that name beside this one.
  static var own: Scsynth? {
    let program = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    let path = program.deletingLastPathComponent().appendingPathComponent("scsynth").path
    return FileManager.default.isExecutableFile(atPath: path) ? Scsynth(path: path) : nil
  }

  private init(path: String) { self.path = path }

  /// Nil when it is not installed.
  init?() {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
    guard let found = folders.map({ "\($0)/scsynth" }).first(where: FileManager.default.isExecutableFile(atPath:))
    else {
      return nil
    }
    path = found
  }

  /// CPU seconds that it takes to render `seconds` of `stems` stems, each with a buffer of its own.
  ///
  /// - Parameter buffers: as many files are read, stems or not, so that the reading can be taken off.
  func cpuSeconds(
    stems: Int, buffers: Int, rate: Float, seconds: Double, file: String, in folder: String,
    def: PeerSynthDef = .stem
  ) throws -> Double {
    try cpuSeconds(
      of: score(def, stems: stems, buffers: buffers, rate: rate, seconds: seconds, file: file), in: folder)
  }

  /// CPU seconds that it takes to render `seconds` of so many synths of one SynthDef.
  func cpuSeconds(_ def: PeerSynthDef, count: Int, seconds: Double, in folder: String) throws -> Double {
    let synths = (0..<count).map {
      OSCMessage("/s_new", .string(def.name), .int32(Int32(2000 + $0)), .int32(0), .int32(0))
    }
    return try cpuSeconds(
      of: score([OSCMessage("/d_recv", .blob(def.bytes))] + synths, seconds: seconds), in: folder)
  }

  /// CPU seconds that it takes to render a score.
  func cpuSeconds(of bytes: [UInt8], in folder: String) throws -> Double {
    let score = "\(folder)/score.osc"
    try Data(bytes).write(to: URL(fileURLWithPath: score))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = [
      "-N", score, "_", "\(folder)/peer.wav", "44100", "WAV", "float", "-o", "2", "-i", "0", "-m", "1048576",
      "-n", "65536", "-b", "65536",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let before = Self.childSeconds()
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw BenchmarkError("scsynth -N ended with \(process.terminationStatus)")
    }
    return Self.childSeconds() - before
  }

  /// CPU time of the children that have ended.
  private static func childSeconds() -> Double {
    var usage = rusage()
    #if canImport(Darwin)
    getrusage(RUSAGE_CHILDREN, &usage)
    #else
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    #endif
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }

  private func score(
    _ def: PeerSynthDef, stems: Int, buffers: Int, rate: Float, seconds: Double, file: String
  ) -> [UInt8] {
    var first: [OSCMessage] = [
      OSCMessage("/d_recv", .blob(def.bytes)), OSCMessage("/d_recv", .blob(PeerSynthDef.master.bytes)),
      OSCMessage("/s_new", "master", .int32(1000), .int32(1), .int32(0)),
    ]
    for buffer in 0..<buffers { first.append(OSCMessage("/b_allocRead", .int32(Int32(buffer)), .string(file))) }
    for stem in 0..<stems {
      first.append(
        OSCMessage(
          "/s_new", "stem", .int32(Int32(2000 + stem)), .int32(0), .int32(0), "bufnum", .int32(Int32(stem)), "rate",
          .float32(rate)))
    }
    return score(first, seconds: seconds)
  }

  private func score(_ first: [OSCMessage], seconds: Double) -> [UInt8] {
    let bundles = [
      OSCBundle(timeTag: OSCTimeTag(rawValue: 0), messages: first),
      OSCBundle(
        timeTag: OSCTimeTag(rawValue: UInt64(seconds * 4_294_967_296)),
        messages: [OSCMessage("/c_set", .int32(0), .int32(0))]),
    ]
    var bytes: [UInt8] = []
    for bundle in bundles {
      let encoded = OSCPacket.bundle(bundle).encoded()
      withUnsafeBytes(of: UInt32(encoded.count).bigEndian) { bytes += $0 }
      bytes += encoded
    }
    return bytes
  }
}
