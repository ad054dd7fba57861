import SoundFiles

extension DemoSong {
  /// Grand and minor: strings, a bass in eighths, toms. Twenty-four bars.
  static let glassWeather = DemoSong(
    number: "01-02", title: "Glass Weather", country: "Hillmark", bpm: 120, key: MusicalKey("Am", tonic: 57), bars: 24,
    stems: [
      DemoStem(
        name: "bass", sampleRate: 32_000, encoding: .pcm16, channels: 1, peakDecibels: -7, space: StemSpace(),
        parts: [Part(instrument: .drivenBass, line: .bass(GlassLines.bass, from: 31))]),
      DemoStem(
        name: "drums", sampleRate: 48_000, encoding: .pcm24, channels: 2, peakDecibels: -3,
        space: StemSpace(roomSeconds: 1.1, roomSize: 0.8, roomTone: 5500, drive: 1.2),
        parts: [
          Part(instrument: .deepKick, line: .strokes(GlassLines.kick)),
          Part(instrument: .bigSnare, line: .strokes(GlassLines.snare)),
          Part(instrument: .closedHat, line: .strokes(GlassLines.hat)),
          Part(instrument: .crash, line: .strokes(GlassLines.crash)),
          Part(instrument: .tom(43, -0.4), line: .strokes(GlassLines.lowTom)),
          Part(instrument: .tom(50, 0.35), line: .strokes(GlassLines.highTom)),
        ]),
      DemoStem(
        name: "vocals", sampleRate: 96_000, encoding: .pcm24, channels: 1, peakDecibels: -6,
        space: StemSpace(echoSixteenths: 4, echoFeedback: 0.25, echoLevel: 0.3, roomSeconds: 1.6, roomLevel: 0.7),
        parts: [
          Part(instrument: .fullVoice, line: .melody(GlassLines.tune, from: 57)),
          Part(instrument: .fullVoice.asSecondVoice(0.24, 0), line: .melody(GlassLines.secondTune, from: 57)),
        ]),
      DemoStem(
        name: "piano", sampleRate: 48_000, encoding: .pcm24, channels: 2, peakDecibels: -4,
        space: StemSpace(roomSeconds: 1.5, roomSize: 0.9),
        parts: [
          Part(instrument: .grandPiano, line: .chords(GlassLines.piano, from: 57)),
          Part(instrument: .grandPiano, line: .arpeggio(GlassLines.pianoAbove, from: 69)),
        ]),
      DemoStem(
        name: "other", sampleRate: 48_000, encoding: .pcm24, channels: 2, peakDecibels: -5,
        space: StemSpace(echoSixteenths: 3, echoFeedback: 0.4, echoLevel: 0.5, roomSeconds: 2.2, roomSize: 1.1),
        parts: [
          Part(instrument: .strings, line: .chords(GlassLines.strings, from: 55)),
          Part(instrument: .harpPluck, line: .arpeggio(GlassLines.harp, from: 64)),
          Part(instrument: .gust, line: .strokes(GlassLines.gust)),
        ]),
    ],
    harmony: Harmony(
      key: MusicalKey("Am", tonic: 57),
      roots: [1, 7, 6, 7, 1, 7, 6, 7] + [1, 7, 6, 7, 1, 3, 6, 7] + [6, 7, 1, 3, 6, 7, 1, 1], tones: [1, 3, 5]),
    swing: 0)
}

/// What the parts of `glassWeather` play: eight bars, the same grown, and eight others.
private enum GlassLines {
  static let kick =
    StepPattern.eight("X.........x.....", nil, [4: "X.........x...x.", 8: "X...X...X......."])
    + StepPattern.eight("X.....x...x.....", "X..x..x...x.....", [8: "X.......X......."])
    + StepPattern.eight("X...x...X..xx...", "X...x...X.x.x...", [8: "X...X...X......."])

  static let snare =
    StepPattern.eight("........X.......", nil, [4: "........X....oxx", 8: "........X......."])
    + StepPattern.eight("....X.......X...", nil, [4: "....X.......X.xx", 8: "....X.......xxXX"])
    + StepPattern.eight("....X.......X...", "....X..o....X...", [4: "....X.......X.xx", 8: "....X.......XXXX"])

  static let hat =
    StepPattern.eight("x...o...x...o...", nil, [8: "x...o..........."])
    + StepPattern.eight("x.o.x.o.x.o.x.o.", nil, [8: "x.o.x.o........."])
    + StepPattern.eight("x.oox.oox.oox.oo", nil, [8: "x.o.x.o........."])

  static let crash =
    StepPattern.eight("................", nil, [1: "x..............."])
    + StepPattern.eight("................", nil, [1: "X...............", 5: "o..............."])
    + StepPattern.eight("................", nil, [1: "X...............", 5: "X..............."])

  static let lowTom =
    StepPattern.eight("......x.......x.", "......x.....o.x.", [8: "..........x.x.x."])
    + StepPattern.eight("................", nil, [8: "..........x.x..."])
    + StepPattern.eight("................", nil, [8: "..........x.x..."])

  static let highTom =
    StepPattern.eight("...x.......o....", "...x.......x....", [8: "......x.x......."])
    + StepPattern.eight("................", nil, [8: "......xxx......."])
    + StepPattern.eight("................", nil, [8: "......xxx......."])

  static let bass =
    StepPattern.eight("1-1-1-1-1-1-1-1-", nil, [4: "1-1-1-1-1-1-5-<-", 8: "1-1-1-1-5---<---"])
    + StepPattern.eight("1-1-1-1-1-1-8-1-", nil, [4: "1-1-1-1-8-8-5-<-", 8: "1-1-1-1-5---<---"])
    + StepPattern.eight("1-1-8-1-1-1-8-1-", nil, [4: "1-1-8-1-5-5-<-<-", 8: "1-------........"])

  static let piano =
    StepPattern.eight("x-------x-------", nil, [4: "x-------x---x---", 8: "x-------x---...."])
    + StepPattern.eight("X-----x-----x---", nil, [8: "x-------x---...."])
    + StepPattern.eight("X---x-x-..x-x---", nil, [8: "x-----------...."])

  static let pianoAbove =
    StepPattern.eight("................", "....3-2-1-..2-3-", [8: "....3-2-1-......"])
    + StepPattern.eight("1-2-3-4-3-2-1-2-", nil, [8: "1-2-3-4-3-......"])
    + StepPattern.eight("1-2-3-4-5-4-3-2-", nil, [8: "1-2-3-.........."])

  static let strings =
    StepPattern.eight("x---------------", nil, [8: "x-----------...."])
    + StepPattern.eight("X---------------", nil, [8: "X-----------...."])
    + StepPattern.eight("X-------x-------", nil, [8: "X-----------...."])

  static let harp =
    StepPattern.eight("1.2.3.4.5.4.3.2.", "1.2.3.4.6.4.3.2.", [8: "1.2.3.4.5......."])
    + StepPattern.eight("1.23.45.6.5.4.3.", "1.23.45.7.6.5.4.", [8: "1.23.45.6......."])
    + StepPattern.eight("1232345434565432", nil, [8: "123234543......."])

  static let gust =
    StepPattern.eight("................", nil, [7: "........x-------", 8: "--------------.."])
    + StepPattern.eight("................", nil, [7: "x---------------", 8: "--------------.."])
    + StepPattern.eight("................", nil, [4: "........x-------", 8: "........x-----.."])

  static let tune = [
    "1'oa8 7a4 5o4", "7oa8 5o4 4o4", "5oa8 3o4 1u4", "2o4 4o4 7oa6 _2",
    "1'oa8 2'a4 3'a4", "2'ao8 7o4 5o4", "1'oa6 7o2 6o4 5o4", "4o4 5oa8 _4",

    "1'oa8 7a4 5o4", "7oa8 5o4 4o4", "5oa8 3o4 1u4", "2o4 4o4 7oa6 _2",
    "1'oa8 2'a4 3'a4", "5'ea8 3'a4 2'o4", "1'oa6 7o2 6o4 5o4", "7oa8 2'o4 _4",

    "3'ea8 1'a4 6o4", "2'ea8 7a4 5o4", "1'oa6 2'a2 3'a8", "5'ie8 3'a4 2'a4",
    "3'ea8 1'a4 6o4", "2'ea6 3'a2 2'a4 7o4", "1'oa14 _2", "_16",
  ]

  static let secondTune =
    Array(repeating: "_16", count: 8) + [
      "5oa8 5a4 3o4", "5oa8 2o4 2o4", "3oa8 1o4 6,u4", "7,o4 2o4 5oa6 _2",
      "5oa8 7a4 1'a4", "3'ea8 7a4 7o4", "6oa6 5o2 3o4 3o4", "5oa8 7o4 _4",

      "1'ea8 6a4 3o4", "7ea8 5a4 2o4", "5oa6 7a2 1'a8", "3'ie8 7a4 7a4",
      "1'ea8 6a4 3o4", "7ea6 7a2 7a4 5o4", "5oa14 _2", "_16",
    ]
}
