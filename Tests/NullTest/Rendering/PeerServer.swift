import Foundation
import OSC
import RealTime
import SoundFiles

/// A server that renders scores as `scsynth -N` does.
public struct PeerServer: Sendable {
  public let path: String

  public init(path: String) { self.path = path }

  /// SuperCollider's own, where it is installed.
  public static var scsynth: PeerServer? {
    ["/usr/bin/scsynth", "/usr/local/bin/scsynth", "/opt/homebrew/bin/scsynth"]
      .first(where: FileManager.default.isExecutableFile(atPath:)).map { PeerServer(path: $0) }
  }

  /// Renders a batch; gives back its channels.
  func render(_ batch: NullBatch) throws -> [[Float]] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("null-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let score = folder.appendingPathComponent("score.osc")
    let output = folder.appendingPathComponent("out.wav").path
    try Data(NullScore.bytes(of: batch, folder)).write(to: score)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = [
      "-N", score.path, "_", output, "\(Int(NullBatch.sampleRate))", "WAV", "float", "-o", "\(batch.channels)", "-i",
      "0",
      "-m", "262144", "-w", "1024", "-D", "0",
    ]
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0, FileManager.default.fileExists(atPath: output) else {
      throw PeerFailure("\(path) -N ended with \(process.terminationStatus):\n\(text.suffix(2000))")
    }
    if ProcessInfo.processInfo.environment["NULL_LOG"] != nil { print(text) }
    return try Self.channels(of: output)
  }

  /// CPU seconds that it takes to render a score into two channels.
  func cpuSeconds(score: [UInt8], in folder: URL) throws -> Double {
    let path = folder.appendingPathComponent("score.osc").path
    try Data(score).write(to: URL(fileURLWithPath: path))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: self.path)
    process.arguments = [
      "-N", path, "_", folder.appendingPathComponent("out.wav").path, "44100", "WAV", "float", "-o", "2", "-i", "0",
      "-m", "1048576", "-w", "1024", "-n", "4096", "-D", "0",
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let before = Self.childSeconds()
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw PeerFailure("\(self.path) -N ended with \(process.terminationStatus)")
    }
    return Self.childSeconds() - before
  }

  /// CPU time of the programs that have ended.
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

  private static func channels(of path: String) throws -> [[Float]] {
    let file = try SoundFileReader(path: path)
    let frames = Int(file.info.frames)
    let count = file.info.channels
    var samples = [Float](repeating: 0, count: frames * count)
    let read = try samples.withUnsafeMutableBufferPointer { buffer throws(SoundFileError) in
      guard let base = buffer.baseAddress else { return 0 }
      return try file.read(into: base, frames: frames)
    }
    return (0..<count).map { channel in (0..<read).map { samples[$0 * count + channel] } }
  }
}
