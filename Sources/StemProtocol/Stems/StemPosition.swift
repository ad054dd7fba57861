/// A place in a stem's file.
enum StemPosition: Equatable {
  case seconds(Double)
  /// 0 is the beginning, 1 the end.
  case fraction(Double)
  /// May lie between two frames.
  case frames(Double)

  /// How a client's number is meant.
  enum Unit: String, CaseIterable {
    case seconds, fraction, beats
  }

  /// What a client may send at all; what is right depends on the unit and on the file.
  static let numbers = -1e9...1e9

  /// The frame nearest to it, of a file of so many.
  func frame(ofFrames frames: Int, sampleRate: Double) -> Double {
    let place =
      switch self {
      case .seconds(let seconds): (seconds * sampleRate).rounded()
      case .fraction(let fraction): (fraction * Double(frames)).rounded(.down)
      case .frames(let place): place
      }
    return min(max(0, place), Double(frames))
  }

  /// The same, between two frames where it lies there: a loop of beats keeps its length over any number of rounds.
  func exactFrame(ofFrames frames: Int, sampleRate: Double) -> Double {
    let nearest = frame(ofFrames: frames, sampleRate: sampleRate)
    guard case .seconds(let seconds) = self else { return nearest }
    let place = seconds * sampleRate
    // What is a whole frame but for the rounding of a client's float is a whole frame.
    return abs(place - nearest) < 0.01 ? nearest : min(max(0, place), Double(frames))
  }
}
