/// A beat of the server's clock.
struct BeatEvent: Equatable {
  /// Counted from the reset on; the first is 0.
  var beat: Int
  /// The bar that it lies in; the first is 1.
  var bar: Int
  /// Which beat of the bar it is, from 1 on.
  var place: Int
  /// Beats in the bar.
  var beats: Int
  /// In beats a minute.
  var tempo: Double
  /// The engine's frame that it falls on.
  var frame: Int64
}
