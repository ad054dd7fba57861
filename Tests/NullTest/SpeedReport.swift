import Foundation
import RealTime

/// What units cost, each by itself, as a ratio to what they cost scsynth: many synths of a case's SynthDef, rendered offline
/// by both programs in turn, less what an empty score takes. What the case feeds its unit with is in both.
public struct SpeedReport {
  public struct Row: Sendable {
    public let name: String
    /// CPU seconds.
    public let ours: Double
    public let peers: Double

    public var ratio: Double { ours / peers }
    public var text: String { String(format: "%6.2f  ours %.3f s, scsynth %.3f s  ", ratio, ours, peers) + name }
  }

  private static let seconds = 4.0
  private static let copies = 100
  private static let runs = 3

  private let own: PeerServer
  private let peer: PeerServer

  public init(own: PeerServer, peer: PeerServer) {
    self.own = own
    self.peer = peer
  }

  /// The first case of each unit at each rate, of all units or of those named.
  ///
  /// - Parameter each: is told of each as soon as it is known.
  public func rows(_ units: Set<String>, each: (Row) -> Void) throws -> [Row] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("speed-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var taken: Set<String> = []
    let silence = NullScore.silence(seconds: Self.seconds)
    let (empty, emptyPeer) = (try cost(silence, own, folder), try cost(silence, peer, folder))
    var rows: [Row] = []
    for one in NullCatalogue.all where units.isEmpty || units.contains(one.unit) {
      guard one.rate == .audio || one.rate == .control, taken.insert("\(one.unit).\(one.rate)").inserted else {
        continue
      }
      guard let member = NullBatch.all(of: [one]).first?.members.first else { continue }
      let score = try NullScore.bytes(of: member, copies: Self.copies, seconds: Self.seconds, folder)
      let row = Row(
        name: one.name, ours: try cost(score, own, folder) - empty, peers: try cost(score, peer, folder) - emptyPeer)
      each(row)
      rows.append(row)
    }
    return rows.sorted { $0.ratio > $1.ratio }
  }

  /// The least of some runs.
  private func cost(_ score: [UInt8], _ server: PeerServer, _ folder: URL) throws -> Double {
    var least = Double.infinity
    for _ in 0..<Self.runs { least = min(least, try server.cpuSeconds(score: score, in: folder)) }
    return least
  }
}
