import OSC
import SoundFiles
import Testing

/// At rate 1 and steady volumes the output is the master's formula on the files' samples.
@Suite struct MasterFormulaTests {
  struct Stem: Sendable {
    var id: Int32
    var volume: Float
    var sound: Sound
  }

  /// The decks' sum of looping stems, `frame` frames after their common start.
  private static func sum(_ stems: [Stem], _ decks: [Float], side: (Sound) -> [Float], at frame: Int) -> Double {
    stems.reduce(0.0) { sum, stem in
      let samples = side(stem.sound)
      let deck = Double(decks[stem.id < 1100 ? 0 : 1])
      return sum + deck * Double(stem.volume) * Double(samples[frame % samples.count])
    }
  }

  @Test(arguments: [false, true], [[512], [37, 64, 1, 200]])
  func stemsOnBothDecks(baseline: Bool, pulls: [Int]) throws {
    let rig = try StemRig(pulls: pulls, baseline: baseline)
    let stems = [
      Stem(id: 0, volume: 0.8, sound: .noise(9000, seed: 1)),
      Stem(id: 100, volume: 1.3, sound: .noise(7001, channels: 1, seed: 2)),
      Stem(id: 1099, volume: 0.25, sound: .noise(5003, seed: 3)),
      Stem(id: 1100, volume: 1, sound: .noise(8000, seed: 4)),
      Stem(id: 5000, volume: 0.6, sound: .noise(1234, channels: 1, seed: 5)),
    ]
    let decks: [Float] = [0.7, 0.4]
    rig.send("/crossfade_levels", .float32(decks[0]), .float32(decks[1]))
    for stem in stems { try rig.load(stem.sound, into: stem.id) }
    rig.render(2000)
    let start = rig.frame + 1001
    rig.send(at: start, stems.map { OSCMessage("/play_stem", .int32($0.id), 1.0, .float32($0.volume)) })
    rig.render(25_000)
    let left = (0..<20_000).map { Master.output(Self.sum(stems, decks, side: \.left, at: $0)) }
    let right = (0..<20_000).map { Master.output(Self.sum(stems, decks, side: \.right, at: $0)) }
    #expect(Measure.residual(rig.left[start..<start + 20_000], left) < -110)
    #expect(Measure.residual(rig.right[start..<start + 20_000], right) < -110)
    #expect(rig.left[..<start].allSatisfy { $0 == 0 })
  }

  @Test func decksBeginAtOneAndClipSoftly() throws {
    let rig = try StemRig()
    let sound = Sound.noise(4000, seed: 7)
    try rig.load(sound, into: 1)
    try rig.load(sound, into: 1100)
    rig.send(at: nil, [OSCMessage("/play_stem", 1, 1.0, 3.0), OSCMessage("/play_stem", 1100, 1.0, 3.0)])
    rig.render(4000)
    let expected = sound.left.map { Master.output(6 * Double($0)) }
    #expect(Measure.residual(rig.left[0..<4000], expected) < -110)
    #expect(rig.left.allSatisfy { abs($0) <= 0.9 })
  }

  @Test func fourDecksTakeTheirIds() throws {
    let rig = try StemRig(decks: 4)
    let sound = Sound.noise(3000, channels: 1, seed: 8)
    for id: Int32 in [1099, 1100, 2100, 3100] { try rig.load(sound, into: id) }
    // Only A and B follow /crossfade_levels.
    rig.send("/crossfade_levels", 0, 0)
    rig.render(2048)
    let start = rig.frame
    for id: Int32 in [1099, 1100, 2100, 3100] { rig.send("/play_stem", .int32(id), 1, 1) }
    rig.render(3000)
    #expect(Measure.residual(rig.left[start..<start + 3000], sound.left.map { Master.output(2 * Double($0)) }) < -110)
  }

  /// What each channel adds to left and right, in the order of the file's channels.
  private static let centre = 0.5.squareRoot()
  static let folds: [([Double], [Double])] = [
    ([1, 0, centre], [0, 1, centre]),
    ([1, 0, 1, 0], [0, 1, 0, 1]),
    ([1, 0, centre, 1, 0], [0, 1, centre, 0, 1]),
    ([1, 0, centre, 0, 1, 0], [0, 1, centre, 0, 0, 1]),
    ([1, 0, centre, 0, 1, 0, 1], [0, 1, centre, 0, 0, 1, 0]),
    ([1, 0, centre, 0, 1, 0, 1, 0], [0, 1, centre, 0, 0, 1, 0, 1]),
  ]

  @Test(arguments: folds) func manyChannelsFoldDown(left: [Double], right: [Double]) throws {
    let rig = try StemRig()
    let sound = Sound.noise(40_000, channels: left.count, seed: 9)
    try rig.load(sound, into: 1)
    rig.send("/play_stem", 1, 1, 1)
    rig.render(40_000)
    func expected(_ weights: [Double]) -> [Double] {
      let total = weights.reduce(0, +)
      return (0..<40_000).map { frame in
        Master.output(weights.indices.reduce(0) { $0 + weights[$1] / total * Double(sound.channels[$1][frame]) })
      }
    }
    #expect(Measure.residual(rig.left[0..<40_000], expected(left)) < -110)
    #expect(Measure.residual(rig.right[0..<40_000], expected(right)) < -110)
  }
}
