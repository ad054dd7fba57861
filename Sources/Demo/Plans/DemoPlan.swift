/// A mix of the demo's songs, section by section.
public struct DemoPlan: Sendable {
  /// How long a section lasts, as the plan's file says it.
  public enum Length: Sendable, Equatable {
    case bars(Int)
    case seconds(Double)
  }

  public struct Section: Sendable {
    public let type: String
    public let length: Length
    /// The stem's name, and the song that it is of.
    public let stems: [(name: String, song: DemoSong)]
  }

  /// Also the name of its file.
  public let theme: String
  public let baseSong: DemoSong
  public let sections: [Section]

  public static let all = [energetic, chill, dramatic]

  /// How long the whole of it lasts.
  public var seconds: Double {
    sections.reduce(0) { sum, section in
      switch section.length {
      case .bars(let bars): sum + Double(bars) * 240 / baseSong.bpm
      case .seconds(let seconds): sum + seconds
      }
    }
  }

  /// A section in as few words as it takes: the stems of the base song by name, those of other songs behind them.
  static func section(
    _ type: String, _ length: Length, _ song: DemoSong, _ names: [String], and others: [(String, DemoSong)] = []
  ) -> Section {
    Section(
      type: type, length: length, stems: names.map { (name: $0, song: song) } + others.map { (name: $0.0, song: $0.1) })
  }
}
