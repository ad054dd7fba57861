import Foundation

/// The crossfader: where it stands, by which law, and which deck is on which side. Until it is first moved it is not in
/// the way of any deck.
struct Crossfader: Equatable {
  enum Side: String, CaseIterable {
    case left, right
    /// Past the crossfader.
    case thru
  }

  enum Curve: String, CaseIterable {
    /// Both sides at a half in the middle.
    case linear
    /// Both sides at −3 dB in the middle: the power of unrelated sounds stays.
    case constantPower = "constant-power"
    /// Both sides fully open but for the last twentieth of the way.
    case scratch
  }

  /// The part of the way in which a side opens, with the curve for scratching.
  static let cut = 0.05

  /// −1…1; nil until it is first moved.
  var position: Double?
  var curve = Curve.constantPower
  private(set) var sides: [Deck: Side] = [.a: .left, .b: .right, .c: .left, .d: .right]

  func side(of deck: Deck) -> Side { sides[deck] ?? .thru }

  mutating func assign(_ deck: Deck, to side: Side) { sides[deck] = side }

  func gain(of deck: Deck) -> Float {
    guard let position else { return 1 }
    let right = (position + 1) / 2
    switch side(of: deck) {
    case .thru: return 1
    case .left: return gain(at: 1 - right)
    case .right: return gain(at: right)
    }
  }

  /// - Parameter share: how far it stands on that side, 0…1.
  private func gain(at share: Double) -> Float {
    switch curve {
    case .linear: Float(share)
    case .constantPower: share >= 1 ? 1 : Float(sin(share * .pi / 2))
    case .scratch: Float(min(1, share / Self.cut))
    }
  }

  /// The time that a change of gain takes, in seconds.
  var glideSeconds: Float { curve == .scratch ? 0.003 : Mixer.glideSeconds }
}
