import Control
import RealTime

/// What an id holds: a buffer, one that is still being read, and the voice that plays.
///
/// - Thread: confined to its server's.
final class Stem {
  let id: Int
  let deck: Deck
  var name: String
  var buffer: StemBuffer?
  var load: StemLoad?
  /// The latest voice: the one that plays, or one that will take over from it within the server's lookahead.
  var voice: StemVoice?
  var pendingStart: PendingStart?
  var pitch = StemPitch()
  /// Nil: the server's.
  var interpolation: Interpolation?

  var pendingSeek: (seek: PendingSeek, group: StartGroup)?
  /// What it last played at, or is to play at next.
  var rate: Float = 1
  var volume: Float = 0.8
  var loops = true
  /// Of the music in its file, if that has been told.
  var tempo: StemTempo?
  var hotCues: [Int: HotCue] = [:]

  init(id: Int, deck: Deck, name: String) {
    self.id = id
    self.deck = deck
    self.name = name
  }

  /// The latest voice, and before it those that it and others will take over from.
  var voices: [StemVoice] {
    var voices: [StemVoice] = []
    var next = voice
    while let voice = next {
      voices.append(voice)
      next = voice.beginning?.previous
    }
    return voices
  }

  /// The voice that plays at a time.
  func voice(at time: EngineTime) -> StemVoice? {
    voices.first { voice in voice.beginning.map { !time.precedes($0.time) } ?? true }
  }

  /// Makes a voice take its place among those that are to begin; gives back the one that it takes over from, and the one
  /// that will take over from it.
  func insert(_ voice: StemVoice, at time: EngineTime) -> (previous: StemVoice?, next: StemVoice?) {
    let previous = self.voice(at: time)
    let next = voices.last { $0.beginning.map { time.precedes($0.time) } ?? false }
    voice.beginning?.previous = previous
    if let next { next.beginning?.previous = voice } else { self.voice = voice }
    return (previous, next)
  }

  func remove(_ voice: StemVoice) {
    if self.voice === voice { self.voice = voice.beginning?.previous }
    for other in voices where other.beginning?.previous === voice {
      other.beginning?.previous = voice.beginning?.previous
    }
  }

  /// Whether its buffer is there, and nothing plays it or waits for it.
  var isIdle: Bool { buffer?.users == 0 && pendingStart == nil && load == nil }

  /// Another file is another music.
  func forgetMusic() {
    tempo = nil
    hotCues = [:]
  }

  var isEmpty: Bool { buffer == nil && load == nil && voice == nil && pendingStart == nil }
}
