import Foundation
import RealTime

/// What units cost, each by itself, as a ratio to what they cost scsynth: many of a case's units in a few synths, rendered
/// offline by both programs in turn. What a short render takes is taken off a long one, and what silence takes off both, so
/// that neither the programs' start nor the writing of files counts. What the case feeds its unit with is in both.
public struct SpeedReport {
  public struct Row: Sendable {
    public let name: String
    /// CPU nanoseconds a block of 64 frames.
    public let ours: Double
    public let peers: Double

    public var ratio: Double { ours / peers }
    public var text: String {
      String(format: "%6.2f  ours %8.1f, scsynth %8.1f ns a block  ", ratio, ours, peers) + name
    }
  }

  private static let short = 0.5
  private static func seconds(_ rate: Rate) -> Double { rate == .audio ? 5 : 30 }
  private static let units = 128
  private static let unitsInSynth = 32
  private static let runs = 3

  private let own: PeerServer
  private let peer: PeerServer

  public init(own: PeerServer, peer: PeerServer) {
    self.own = own
    self.peer = peer
  }

  /// The first case of each unit at each rate, of all units or of those named.
  ///
  /// - Parameters:
  ///   - pattern: only cases whose name has this in it, and all of those.
  ///   - each: is told of each as soon as it is known.
  public func rows(_ units: Set<String>, pattern: String? = nil, each: (Row) -> Void) throws -> [Row] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("speed-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let nothing = try [Rate.audio, .control].map { rate in try [own, peer].map { try silence(rate, $0, folder) } }
    var taken: Set<String> = []
    var rows: [Row] = []
    for one in NullCatalogue.all where units.isEmpty || units.contains(one.unit) {
      guard one.rate == .audio || one.rate == .control, pattern.map(one.name.contains) ?? true,
        pattern != nil || taken.insert("\(one.unit).\(one.rate)").inserted
      else { continue }
      let row = try row(one, less: nothing[one.rate == .audio ? 0 : 1], folder)
      each(row)
      rows.append(row)
    }
    return rows.sorted { $0.ratio > $1.ratio }
  }

  /// - Parameter nothing: what silence costs both programs.
  private func row(_ one: NullCase, less nothing: [Double], _ folder: URL) throws -> Row {
    let (member, units) = NullBatch.crowd(of: one, Self.unitsInSynth)
    let synths = Self.units / units
    let long = Self.seconds(one.rate)
    let scores = try [Self.short, long].map {
      try NullScore.bytes(of: member, copies: synths, seconds: $0, folder)
    }
    let blocks = (long - Self.short) * NullBatch.sampleRate / Double(RenderContext.blockFrames)
    let costs = try zip([own, peer], nothing).map { server, nothing in
      let short = try cost(scores[0], server, folder)
      let seconds = try cost(scores[1], server, folder) - short - nothing
      return seconds * 1e9 / blocks / Double(synths * units)
    }
    return Row(name: one.name, ours: costs[0], peers: costs[1])
  }

  /// What a long render of nothing takes more than a short one.
  private func silence(_ rate: Rate, _ server: PeerServer, _ folder: URL) throws -> Double {
    try cost(NullScore.silence(seconds: Self.seconds(rate)), server, folder)
      - cost(NullScore.silence(seconds: Self.short), server, folder)
  }

  /// The least of some runs.
  private func cost(_ score: [UInt8], _ server: PeerServer, _ folder: URL) throws -> Double {
    var least = Double.infinity
    for _ in 0..<Self.runs { least = min(least, try server.cpuSeconds(score: score, in: folder)) }
    return least
  }
}
