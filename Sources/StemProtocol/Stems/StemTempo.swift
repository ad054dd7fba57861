/// The tempo of the music in a file.
struct StemTempo: Equatable {
  /// Beats a minute at the file's own speed.
  var bpm: Double
  /// Where beat 0 is.
  var firstBeatSeconds: Double

  func seconds(ofBeat beat: Double) -> Double { firstBeatSeconds + beat * 60 / bpm }

  func beat(atSeconds seconds: Double) -> Double { (seconds - firstBeatSeconds) * bpm / 60 }
}
