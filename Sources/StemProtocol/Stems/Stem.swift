/// What an id holds: a buffer, one that is still being read, and the voice that plays.
///
/// - Thread: confined to its server's.
final class Stem {
  let id: Int
  let deck: Deck
  var name: String
  var buffer: StemBuffer?
  var load: StemLoad?
  var voice: StemVoice?
  var pendingStart: PendingStart?

  init(id: Int, deck: Deck, name: String) {
    self.id = id
    self.deck = deck
    self.name = name
  }

  var isEmpty: Bool { buffer == nil && load == nil && voice == nil && pendingStart == nil }
}
