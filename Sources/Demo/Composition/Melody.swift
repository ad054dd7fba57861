/// A sung tune, bar by bar. A word is a note: the degree of the scale 1…7, `'` or `,` for the octave above or below,
/// the vowel (two to go from one to the other), and the length in sixteenths: `5a4`, `1'oa8`. `_4` is a rest. What
/// follows a note at once is slid to.
struct Melody {
  let notes: [Note]

  private static let vowels: [Character: Double] = ["u": 0, "o": 1, "a": 2, "e": 3, "i": 4]

  init(_ bars: [String], _ key: MusicalKey, from lowest: Int) throws(DemoError) {
    var notes: [Note] = []
    var last: Int?
    let keynote = key.note(ofDegree: 1, from: lowest)
    for (number, bar) in bars.enumerated() {
      let place = "bar \(number + 1), “\(bar)”"
      var at = number * 16
      for word in bar.split(separator: " ") {
        let (degree, vowels, length) = try Self.read(word, place)
        defer { at += length }
        guard let degree else {
          last = nil
          continue
        }
        let pitch = keynote + key.semitones(ofDegree: degree)
        notes.append(
          Note(start: Double(at), length: Double(length), pitch: pitch, loudness: 0.85, from: last, vowels: vowels))
        last = pitch
      }
      guard at == (number + 1) * 16 else {
        throw DemoError("\(place): has \(at - number * 16) sixteenths, not 16")
      }
    }
    self.notes = notes
  }

  private static func read(
    _ word: Substring, _ place: String
  ) throws(DemoError) -> (degree: Int?, vowels: (Double, Double), length: Int) {
    var rest = word
    let misread = DemoError("\(place): “\(word)” is no note, as 5a4, nor a rest, as _4")
    guard let head = rest.popFirst() else { throw misread }
    var degree: Int?
    if head != "_" {
      guard let number = head.wholeNumberValue, (1...7).contains(number) else { throw misread }
      var octaves = 0
      while let mark = rest.first, mark == "'" || mark == "," {
        octaves += mark == "'" ? 1 : -1
        rest.removeFirst()
      }
      degree = number + 7 * octaves
    }
    var sung: [Double] = []
    while let vowel = rest.first.flatMap({ vowels[$0] }) {
      sung.append(vowel)
      rest.removeFirst()
    }
    guard let length = Int(rest), length > 0, (degree == nil) == sung.isEmpty, sung.count <= 2 else { throw misread }
    return (degree, (sung.first ?? 2, sung.last ?? 2), length)
  }
}
