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
  /// Where in the file.
  var position: StemPosition
  /// The length of a section in seconds of output; nil: the whole file.
  var sectionSeconds: Double?
  var fadeIn: FadeIn?

  /// In frames of the file; backwards from the beginning means backwards from the end.
  func frame(ofFrames frames: Int, sampleRate: Double) -> Double {
    let place = position.frame(ofFrames: frames, sampleRate: sampleRate)
    return rate < 0 && place == 0 ? Double(frames) : place
  }
}
