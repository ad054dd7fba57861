/// What a part plays, as text.
enum Line {
  /// Drums: `X` loud, `x`, `o` soft.
  case strokes([String])
  /// `1` `3` `5` `7` of the bar's chord, `8` the root's octave, `<` a step below the next bar's root.
  case bass([String], from: Int)
  /// `X`, `x`, `o` strike the whole chord.
  case chords([String], from: Int)
  /// `1` to `9` are the chord's notes from below.
  case arpeggio([String], from: Int)
  /// Sung: see `Melody`.
  case melody([String], from: Int)

  func notes(_ harmony: Harmony) throws(DemoError) -> [Note] {
    switch self {
    case .strokes(let bars):
      return try StepPattern(bars).steps.map { step throws(DemoError) in
        Note(start: Double(step.start), length: Double(step.length), loudness: try Self.loudness(step.character))
      }
    case .bass(let bars, let lowest):
      return try StepPattern(bars).steps.map { step throws(DemoError) in
        Note(
          start: Double(step.start), length: Double(step.length),
          pitch: try Self.bassNote(step.character, inBar: step.start / 16, harmony, lowest), loudness: 0.85)
      }
    case .chords(let bars, let lowest): return try Self.chords(StepPattern(bars), harmony, lowest)
    case .arpeggio(let bars, let lowest):
      return try StepPattern(bars).steps.map { step throws(DemoError) in
        guard let number = step.character.wholeNumberValue, number > 0 else {
          throw DemoError("“\(step.character)” is no note of an arpeggio; take 1 to 9")
        }
        return Note(
          start: Double(step.start), length: Double(step.length),
          pitch: harmony.note(number, inBar: step.start / 16, from: lowest), loudness: step.start % 4 == 0 ? 0.95 : 0.75
        )
      }
    case .melody(let bars, let lowest): return try Melody(bars, harmony.key, from: lowest).notes
    }
  }

  private static func loudness(_ character: Character) throws(DemoError) -> Double {
    switch character {
    case "X": return 1
    case "x": return 0.75
    case "o": return 0.4
    default: throw DemoError("“\(character)” is no stroke; take X, x or o")
    }
  }

  private static func bassNote(
    _ character: Character, inBar bar: Int, _ harmony: Harmony, _ lowest: Int
  ) throws(DemoError) -> Int {
    let root = harmony.root(inBar: bar)
    let rootNote = harmony.key.note(ofDegree: root, from: lowest)
    switch character {
    case "1": return rootNote
    case "8": return rootNote + 12
    case "3", "5", "7":
      let degree = root + (character.wholeNumberValue ?? 1) - 1
      return rootNote + harmony.key.semitones(ofDegree: degree) - harmony.key.semitones(ofDegree: root)
    case "<": return harmony.key.note(ofDegree: harmony.root(inBar: bar + 1) - 1, from: lowest)
    default: throw DemoError("“\(character)” is no note of a bass; take 1, 3, 5, 7, 8 or <")
    }
  }

  /// The lower notes a hair before the higher, as fingers strike them.
  private static func chords(_ pattern: StepPattern, _ harmony: Harmony, _ lowest: Int) throws(DemoError) -> [Note] {
    var notes: [Note] = []
    for step in pattern.steps {
      let loudness = try loudness(step.character)
      for (index, pitch) in harmony.closeVoicing(inBar: step.start / 16, from: lowest).enumerated() {
        notes.append(
          Note(
            start: Double(step.start) + 0.03 * Double(index), length: Double(step.length), pitch: pitch,
            loudness: loudness))
      }
    }
    return notes
  }
}
