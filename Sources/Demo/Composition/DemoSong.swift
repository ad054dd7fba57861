/// A song of the demo: what it is, and the stems that it is made of.
public struct DemoSong: Sendable {
  /// Its place in the collection: `01-03`.
  public let number: String
  public let title: String
  public let country: String
  public let bpm: Double
  public let key: MusicalKey
  /// Of four beats each.
  public let bars: Int
  public let stems: [DemoStem]
  let harmony: Harmony
  /// How late every second sixteenth comes, in sixteenths.
  let swing: Double

  static let event = "Syrinx Demo 2026"

  public static let all = [harbourLamps, glassWeather, paperComet]

  /// The name of its folder.
  public var name: String { "\(number) \(title) (\(Self.event) - \(country))" }

  public var seconds: Double { Double(bars) * 240 / bpm }

  public func stem(_ name: String) -> DemoStem? { stems.first { $0.name == name } }

  /// A whole song in frames, to the nearest.
  public func frames(atSampleRate sampleRate: Double) -> Int {
    Int((Double(bars) * 240 * sampleRate / bpm).rounded())
  }

  /// The frame of a moment in sixteenths.
  func frame(ofSixteenth sixteenth: Double, atSampleRate sampleRate: Double) -> Int {
    Int((sixteenth * 15 * sampleRate / bpm).rounded())
  }

  /// What a part plays, in order, with the song's swing.
  func notes(of part: Part) throws(DemoError) -> [Note] {
    var notes = try part.line.notes(harmony)
    for index in notes.indices {
      let whole = notes[index].start.rounded(.down)
      if Int(whole) % 2 == 1 { notes[index].start += swing }
    }
    return notes.sorted { $0.start < $1.start }
  }
}
