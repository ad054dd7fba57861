import Control
public import RealTime

/// Renders cases through SuperCollider's server and ours, and compares.
public struct NullTest: Sendable {
  private let peer: PeerServer
  private let units: UnitRegistry
  /// Renders in place of our engine, when there is one.
  private let own: PeerServer?

  /// - Parameter own: a program to render our side with; without it our engine does, in this process.
  public init(peer: PeerServer, own: PeerServer? = nil, baseline: Bool = false) {
    self.peer = peer
    self.own = own
    units = baseline ? UnitRegistry(baseline: true) : .best
  }

  /// The outcomes, in the order of the cases.
  public func run(_ cases: [NullCase]) throws -> [NullOutcome] {
    var outcomes: [Int: NullOutcome] = [:]
    for batch in NullBatch.all(of: cases) {
      let theirs = try peer.render(batch)
      let ours = try own?.render(batch) ?? OwnEngine.render(batch, units: units)
      for member in batch.members {
        let range = member.firstChannel..<member.firstChannel + member.nullCase.channels
        // scsynth ends its file with the block in which the score ends.
        let frames = min(theirs.first?.count ?? 0, ours.first?.count ?? 0)
        outcomes[member.position] = NullOutcome(
          member.nullCase, ours: ours[range].map { Array($0.prefix(frames)) },
          peers: theirs[range].map { Array($0.prefix(frames)) })
      }
    }
    return cases.indices.compactMap { outcomes[$0] }
  }

  /// Whether this build has the unit of a case.
  public func hasUnit(of nullCase: NullCase) -> Bool { units[nullCase.unit] != nil }
}
