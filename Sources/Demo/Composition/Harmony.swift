/// A song's chords: one for each bar, by the degree of its root.
struct Harmony {
  let key: MusicalKey
  let roots: [Int]
  /// What is stacked on the root: 1 3 5 is a triad, with 7 and 9 it is richer.
  let tones: [Int]

  func root(inBar bar: Int) -> Int { roots[bar % roots.count] }

  /// The chord's notes within the octave from `lowest`, ascending: chords follow each other by small steps.
  func closeVoicing(inBar bar: Int, from lowest: Int) -> [Int] {
    let notes = tones.map { key.note(ofDegree: root(inBar: bar) + $0 - 1, from: lowest) }
    return Set(notes).sorted()
  }

  /// The chord's notes from `lowest` upwards, octave by octave; `number` counts from 1.
  func note(_ number: Int, inBar bar: Int, from lowest: Int) -> Int {
    let close = closeVoicing(inBar: bar, from: lowest)
    let index = max(0, number - 1)
    return close[index % close.count] + 12 * (index / close.count)
  }
}
