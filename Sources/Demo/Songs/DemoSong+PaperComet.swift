import SoundFiles

extension DemoSong {
  /// Fast and bright: four on the floor, twenty-four bars. It is tuned to an A of 432 Hz, as some records are; at 120
  /// over 140 and at 95 over 140 of its speed it is thereby in tune with the other songs, and so are they with it.
  static let paperComet = DemoSong(
    number: "01-03", title: "Paper Comet", country: "Eastshore", bpm: 140,
    key: MusicalKey("Cm", tonic: 60, tuning: 432), bars: 24,
    stems: [
      DemoStem(
        name: "bass", sampleRate: 44_100, encoding: .pcm16, channels: 2, peakDecibels: -6, space: StemSpace(),
        parts: [Part(instrument: .danceBass, line: .bass(CometLines.bass, from: 32))]),
      DemoStem(
        name: "drums", sampleRate: 44_100, encoding: .pcm16, channels: 2, peakDecibels: -3,
        space: StemSpace(roomSeconds: 0.45, roomSize: 0.4, roomTone: 7000, drive: 1.2),
        parts: [
          Part(instrument: .danceKick, line: .strokes(CometLines.kick)),
          Part(instrument: .crispSnare, line: .strokes(CometLines.snare)),
          Part(instrument: .closedHat, line: .strokes(CometLines.hat)),
          Part(instrument: .openHat, line: .strokes(CometLines.openHat)),
          Part(instrument: .shaker, line: .strokes(CometLines.shaker)),
          Part(instrument: .crash, line: .strokes(CometLines.crash)),
        ]),
      DemoStem(
        name: "vocals", sampleRate: 44_100, encoding: .pcm16, channels: 2, peakDecibels: -6,
        space: StemSpace(echoSixteenths: 3, echoFeedback: 0.3, echoLevel: 0.35, roomSeconds: 1.0, roomLevel: 0.7),
        parts: [
          Part(instrument: .brightVoice, line: .melody(CometLines.tune, from: 60)),
          Part(instrument: .brightVoice.asSecondVoice(0.24, -0.45), line: .melody(CometLines.secondTune, from: 60)),
        ]),
      DemoStem(
        name: "piano", sampleRate: 44_100, encoding: .pcm16, channels: 2, peakDecibels: -4,
        space: StemSpace(echoSixteenths: 3, echoFeedback: 0.25, echoLevel: 0.3, roomSeconds: 0.8),
        parts: [Part(instrument: .stabPiano, line: .chords(CometLines.piano, from: 58))]),
      DemoStem(
        name: "other", sampleRate: 44_100, encoding: .pcm16, channels: 2, peakDecibels: -5,
        space: StemSpace(echoSixteenths: 3, echoFeedback: 0.4, echoLevel: 0.5, roomSeconds: 1.4, roomSize: 0.9),
        parts: [
          Part(instrument: .cometPluck, line: .arpeggio(CometLines.pluck, from: 60)),
          Part(instrument: .brightPad, line: .chords(CometLines.pad, from: 58)),
          Part(instrument: .gust, line: .strokes(CometLines.gust)),
        ]),
    ],
    harmony: Harmony(
      key: MusicalKey("Cm", tonic: 60, tuning: 432),
      roots: [1, 6, 3, 7, 1, 6, 3, 7] + [1, 6, 3, 7, 1, 6, 3, 7] + [6, 7, 1, 5, 6, 7, 1, 1], tones: [1, 3, 5]),
    swing: 0)
}

/// What the parts of `paperComet` play: eight bars, the same grown, and eight others.
private enum CometLines {
  static let kick =
    StepPattern.eight("X...X...X...X...", nil, [4: "X...X...X...X.x.", 8: "X...X...X......."])
    + StepPattern.eight("X...X...X...X...", nil, [4: "X...X...X...X.x.", 8: "X...X...X......."])
    + StepPattern.eight("X...X...X...X...", "X...X...X...X..x", [8: "X...X...X......."])

  static let snare =
    StepPattern.eight("....X.......X...", nil, [4: "....X.......X.ox", 8: "....X.......xxXX"])
    + StepPattern.eight("....X.......X...", "....X.......X..o", [4: "....X.......X.xx", 8: "....x.x.xxxxXXXX"])
    + StepPattern.eight("....X.......X...", "....X..o....X..o", [4: "....X.......X.xx", 8: "....x.x.xxxxXXXX"])

  static let hat =
    StepPattern.eight("xo.oxo.oxo.oxo.o", nil, [8: "xo.oxo.ox......."])
    + StepPattern.eight("xo.oxo.oxo.oxo.o", nil, [8: "xo.ox..........."])
    + StepPattern.eight("xo.oxo.oxo.oxo.o", "xo.oxo.oxo.oxoxo", [8: "xo.ox..........."])

  static let openHat =
    StepPattern.eight("..x...x...x...x.", nil, [8: "..x...x........."])
    + StepPattern.eight("..x...x...x...x.", nil, [8: "..x............."])
    + StepPattern.eight("..X...X...X...X.", nil, [8: "..X............."])

  static let shaker =
    StepPattern.eight("................") + StepPattern.eight("o.xoo.xoo.xoo.xo")
    + StepPattern.eight("o.xoo.xoo.xoo.xo")

  static let crash =
    StepPattern.eight("................", nil, [1: "x..............."])
    + StepPattern.eight("................", nil, [1: "X..............."])
    + StepPattern.eight("................", nil, [1: "X...............", 5: "x..............."])

  static let bass =
    StepPattern.eight("..1-..1-..1-..1-", "..1-..1-..1-.15-", [4: "..1-..1-..8-.1<-", 8: "..1-..1-5---<---"])
    + StepPattern.eight("..11..11..11..18", "..11..11..81..5-", [4: "..11..11..8-.1<-", 8: "..11..1-5---<---"])
    + StepPattern.eight("..1-..8-..1-..8-", "..1-..8-..1-.15-", [8: "1-------........"])

  static let piano =
    StepPattern.eight("x-.x-.x-..x-.x-.", "x-.x-.x-..x-x-..", [4: "x-.x-.x-..x-.xx-", 8: "x-.x-.x-x---...."])
    + StepPattern.eight("x-.x-.x-.xx-.x-.", "x-.x-.x-.xx-x-x-", [8: "x-.x-.x-x---...."])
    + StepPattern.eight("X-----X-----X---", "X-----X---x-x-..", [8: "x-----------...."])

  static let pluck =
    StepPattern.eight("1.3.5.3.6.5.3.2.", "1.3.5.3.6.4.3.2.", [4: "1.3.5.3.6.5.7.8.", 8: "1.3.5.3.6......."])
    + StepPattern.eight("1235321563532153", nil, [4: "1235321563567898", 8: "1235321563......"])
    + StepPattern.eight("1.3.5.6.8.6.5.3.", "2.4.5.6.9.6.5.4.", [8: "1.3.5.6.8......."])

  static let pad =
    StepPattern.eight("o---------------", nil, [8: "o-----------...."])
    + StepPattern.eight("x---------------", nil, [8: "x-----------...."])
    + StepPattern.eight("X---------------", nil, [8: "x-----------...."])

  static let gust =
    StepPattern.eight("................", nil, [4: "........o-----..", 7: "x---------------", 8: "--------------.."])
    + StepPattern.eight("................", nil, [7: "x---------------", 8: "--------------.."])
    + StepPattern.eight("................", nil, [4: "........o-----..", 8: "........o-----.."])

  static let tune = [
    "5a3 5a3 4a2 3oa4 _4", "3a3 3a3 4a2 1oa4 _4", "5a3 5a3 7a2 5oa4 4o4", "4oa6 3o2 4oa4 _4",
    "5a3 5a3 4a2 3oa4 _4", "3a3 4a3 5a2 1'ea6 _2", "7ea4 5a4 7a4 5o4", "4oa10 _6",

    "5a3 5a3 4a2 3oa4 _4", "3a3 3a3 4a2 1oa4 _4", "5a3 5a3 7a2 5oa4 4o4", "4oa6 3o2 4oa4 _4",
    "5a3 5a3 4a2 3oa4 _4", "3a3 4a3 5a2 1'ea6 _2", "2'ea4 1'a4 7a4 5o4", "7oa10 _6",

    "1'ea6 7a2 5oa8", "4oa4 5a4 7ea8", "5oa6 4a2 3oa8", "4a4 2o4 5oa8",
    "1'ea6 7a2 1'ea8", "2'ea6 1'a2 7oa8", "1'ea12 _4", "_16",
  ]

  static let secondTune =
    Array(repeating: "_16", count: 8) + [
      "3a3 3a3 2a2 1oa4 _4", "1a3 1a3 2a2 6,oa4 _4", "3a3 3a3 5a2 3oa4 2o4", "2oa6 1o2 2oa4 _4",
      "3a3 3a3 2a2 1oa4 _4", "1a3 2a3 3a2 6ea6 _2", "7ea4 5a4 5a4 3o4", "5oa10 _6",

      "6ea6 5a2 3oa8", "2oa4 3a4 5ea8", "3oa6 2a2 1oa8", "2a4 7,o4 3oa8",
      "6ea6 5a2 6ea8", "7ea6 6a2 5oa8", "5ea12 _4", "_16",
    ]
}
