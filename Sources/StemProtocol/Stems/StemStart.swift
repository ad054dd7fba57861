/// How a stem is to begin.
struct StemStart: Equatable {
  /// A glide from one volume to the start's own, from its first frame on.
  struct FadeIn: Equatable {
    var volume: Float
    var seconds: Double
    var constantPower: Bool
  }

  var rate: Float
  var volume: Float
  var loops: Bool
  /// Where in the file, 0…1.
  var fraction: Double
  /// The length of a section in seconds of output; nil: the whole file.
  var sectionSeconds: Double?
  var fadeIn: FadeIn?

  /// In frames of a file of so many; backwards from the beginning means backwards from the end.
  func frame(ofFrames frames: Int) -> Double {
    let fraction = rate < 0 && fraction == 0 ? 1 : fraction
    return (fraction * Double(frames)).rounded(.down)
  }
}
