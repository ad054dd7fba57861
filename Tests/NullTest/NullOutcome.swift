import Foundation

/// What became of one case.
public struct NullOutcome: Sendable {
  public let nullCase: NullCase
  /// The difference to the peer's sound, in decibels of it; −infinity when there is none, nil when one side has no sound
  /// to compare.
  public let residual: Double?
  /// Where the difference is greatest: its frame.
  public let worstFrame: Int
  public let ours: Float
  public let peers: Float
  /// Why it does not hold; nil when it does.
  public let failure: String?

  init(_ nullCase: NullCase, ours: [[Float]], peers: [[Float]]) {
    self.nullCase = nullCase
    var worst: (frame: Int, difference: Float, ours: Float, peers: Float) = (0, -1, 0, 0)
    var error = 0.0
    var power = 0.0
    for (one, other) in zip(ours, peers) {
      for (frame, (own, peer)) in zip(one, other).enumerated() {
        let isSame = own == peer || (!own.isFinite && !peer.isFinite)
        let difference = isSame ? 0 : (own - peer).magnitude
        error += Double(difference) * Double(difference)
        if peer.isFinite { power += Double(peer) * Double(peer) }
        if difference > worst.difference || (difference.isNaN && worst.difference.isFinite) {
          worst = (frame, difference, own, peer)
        }
      }
    }
    worstFrame = worst.frame
    self.ours = worst.ours
    self.peers = worst.peers
    let hasFrames = ours.allSatisfy { !$0.isEmpty } && ours.map(\.count) == peers.map(\.count)
    residual = !hasFrames ? nil : error == 0 ? -.infinity : power == 0 ? .infinity : 10 * log10(error / power)
    switch nullCase.expectation {
    case .residual(let decibels):
      if let residual, residual <= decibels {
        failure = nil
      } else {
        failure =
          residual.map {
            "residual \(Self.text($0)) dB, wanted \(decibels); worst at frame \(worst.frame): \(worst.ours), not \(worst.peers)"
          } ?? "\(ours.map(\.count)) frames, the peer gives \(peers.map(\.count))"
      }
    case .property(_, let check): failure = check(ours, peers)
    }
  }

  /// The outcome for samples that were rendered elsewhere.
  public static func comparing(_ nullCase: NullCase, ours: [[Float]], peers: [[Float]]) -> NullOutcome {
    NullOutcome(nullCase, ours: ours, peers: peers)
  }

  static func text(_ decibels: Double) -> String {
    decibels.isFinite ? String(format: "%.1f", decibels) : decibels < 0 ? "none" : "all"
  }

  /// As the table shows it.
  public var residualText: String { residual.map(Self.text) ?? "–" }
}
