/// What becomes of a stem's sum, and the echo and the room around it; a part's share of them is its own.
struct StemSpace {
  /// From one echo to the next, in sixteenths; 0 has none.
  var echoSixteenths = 0.0
  var echoFeedback = 0.35
  /// How much of the echoes is heard.
  var echoLevel = 0.5
  /// Time in which the room falls by 60 dB, in seconds.
  var roomSeconds = 1.0
  var roomSize = 0.7
  /// In hertz.
  var roomTone = 4500.0
  /// How much of the room is heard.
  var roomLevel = 1.0
  /// How hard the sum is saturated; 0 leaves it as it is.
  var drive = 0.0
}
