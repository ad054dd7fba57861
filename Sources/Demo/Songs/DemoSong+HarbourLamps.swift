import SoundFiles

extension DemoSong {
  /// Slow and warm: sixteen bars with a lazy beat.
  static let harbourLamps = DemoSong(
    number: "01-01", title: "Harbour Lamps at Four", country: "Lakeland", bpm: 95,
    key: MusicalKey("Fm", tonic: 53), bars: 16,
    stems: [
      DemoStem(
        name: "bass", sampleRate: 48_000, encoding: .float32, channels: 1, peakDecibels: -6, space: StemSpace(),
        parts: [Part(instrument: .roundBass, line: .bass(HarbourLines.bass, from: 29))]),
      DemoStem(
        name: "drums", sampleRate: 48_000, encoding: .float32, channels: 2, peakDecibels: -3,
        space: StemSpace(roomSeconds: 0.5, roomSize: 0.35, roomTone: 6000, drive: 1.5),
        parts: [
          Part(instrument: .softKick, line: .strokes(HarbourLines.kick)),
          Part(instrument: .dustySnare, line: .strokes(HarbourLines.snare)),
          Part(instrument: .closedHat, line: .strokes(HarbourLines.hat)),
          Part(instrument: .openHat, line: .strokes(HarbourLines.openHat)),
          Part(instrument: .shaker, line: .strokes(HarbourLines.shaker)),
        ]),
      DemoStem(
        name: "vocals", sampleRate: 48_000, encoding: .float32, channels: 2, peakDecibels: -6,
        space: StemSpace(echoSixteenths: 3, echoFeedback: 0.3, echoLevel: 0.4, roomSeconds: 1.3, roomLevel: 0.8),
        parts: [
          Part(instrument: .softVoice, line: .melody(HarbourLines.tune, from: 53)),
          Part(instrument: .softVoice.asSecondVoice(0.22, 0.4), line: .melody(HarbourLines.secondTune, from: 53)),
        ]),
      DemoStem(
        name: "piano", sampleRate: 48_000, encoding: .float32, channels: 2, peakDecibels: -6,
        space: StemSpace(roomSeconds: 1.1, roomLevel: 0.9),
        parts: [Part(instrument: .mellowPiano, line: .chords(HarbourLines.piano, from: 56))]),
      DemoStem(
        name: "other", sampleRate: 48_000, encoding: .float32, channels: 2, peakDecibels: -5,
        space: StemSpace(echoSixteenths: 3, echoFeedback: 0.45, echoLevel: 0.6, roomSeconds: 1.8, roomSize: 1),
        parts: [
          Part(instrument: .warmPad, line: .chords(HarbourLines.pad, from: 53)),
          Part(instrument: .glassPluck, line: .arpeggio(HarbourLines.pluck, from: 65)),
          Part(instrument: .breeze, line: .strokes(HarbourLines.breeze)),
        ]),
    ],
    harmony: Harmony(
      key: MusicalKey("Fm", tonic: 53),
      roots: [1, 6, 3, 7, 1, 6, 3, 7] + [6, 7, 1, 5, 6, 7, 1, 7], tones: [1, 3, 5, 7]),
    swing: 0.16)
}

/// What the parts of `harbourLamps` play: eight bars, and eight others.
private enum HarbourLines {
  static let kick =
    StepPattern.eight("X.....x...x.....", "X..x......x..o..", [8: "X.....x...x..x.."])
    + StepPattern.eight("X.....x...x.....", "X.....xo..x.....", [8: "X.....x...x.x..."])

  static let snare =
    StepPattern.eight("....X.......X...", "....X..o.o..X...", [4: "....X..o.o..X..o", 8: "....X..o....X.xx"])
    + StepPattern.eight("....X.......X..o", "....X..o.o..X...", [4: "....X.......X.ox", 8: "....X..ox..xXoxx"])

  static let hat =
    StepPattern.eight("x.o.x.o.x.o.x.o.", "x.o.x.oox.o.x...", [4: "x.o.x.o.x.o.xox.", 8: "x.o.x.o.x.o....."])
    + StepPattern.eight("x.oox.o.x.oox.o.", "x.o.x.oox.o.x...", [8: "x.o.x.o.x......."])

  static let openHat =
    StepPattern.eight("................", "..............x.", [8: "................"])
    + StepPattern.eight("................", "..............x.", [1: "X...............", 8: "................"])

  static let shaker = StepPattern.eight("................") + StepPattern.eight("o.x.o.x.o.x.o.x.")

  static let bass =
    StepPattern.eight("1-----.1..8-5-..", "1-----.1..5-7-<-", [4: "1-----.1..1-5-<-", 8: "1-----..5---<---"])
    + StepPattern.eight("1---..1-..1-8-..", "1---..1-..5-3-<-", [4: "1-----5-8---<---", 8: "1-----..5-..<-.."])

  static let piano =
    StepPattern.eight("x-----o---..x-o.", "x-----o-----..x-", [4: "x-----o-x---o-x-", 8: "x-------x---...."])
    + StepPattern.eight("x-----x---..x-o.", "x-----x-----..x-", [8: "x-------o---...."])

  static let pad =
    StepPattern.eight("x---------------", nil, [8: "x-----------...."])
    + StepPattern.eight("X---------------", nil, [8: "x-----------...."])

  static let pluck =
    StepPattern.eight("....5..3......6.", "..4...5...3.....", [4: "..4...5...3.6.8.", 8: "..4...5........."])
    + StepPattern.eight("1..3..5.8..5..3.", "2..4..6.8..6..4.", [8: "1..3..5........."])

  static let breeze =
    StepPattern.eight("................", nil, [4: "........x-------", 8: "x---------------"])
    + StepPattern.eight("................", nil, [8: "x---------------"])

  static let tune = [
    "_4 5u2 7u2 1'o6 7u2", "5uo6 4u2 5o6 _2", "_4 5u2 4u2 3o6 4u2", "4o4 3o4 1uo6 _2",
    "_4 5u2 7u2 1'o6 3'a2", "1'oa8 7o4 5o4", "5o6 4o2 3o4 1u4", "4ou10 _6",

    "3'a6 1'o2 7oa8", "7a6 5o2 4o8", "5o6 7o2 1'oa8", "7o4 5ou8 _4",
    "3'a6 1'o2 7oa8", "2'a6 7o2 5o8", "1'ao12 _4", "_6 5u2 4u4 _4",
  ]

  static let secondTune =
    Array(repeating: "_16", count: 8) + [
      "1'a6 6o2 5oa8", "5a6 3o2 2o8", "3o6 5o2 6oa8", "5o4 3ou8 _4",
      "1'a6 6o2 5oa8", "7a6 5o2 3o8", "6ao12 _4", "_16",
    ]
}
