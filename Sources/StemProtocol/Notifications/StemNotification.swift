/// Something that subscribers are told, as data: the reference comes from here.
public struct StemNotification: Sendable {
  public var address: String
  public var topic: NotificationTopic
  /// What it carries: names, and what they mean.
  public var arguments: [(name: String, summary: String)]
  public var summary: String

  init(
    _ address: String, _ topic: NotificationTopic, _ arguments: [(name: String, summary: String)], _ summary: String
  ) {
    self.address = address
    self.topic = topic
    self.arguments = arguments
    self.summary = summary
  }
}

extension StemNotification {
  /// Every one that there is.
  public static let all = [
    stemState, stemVolume, stemStrip, deckLevel, deckEqualizer, deckKnob, crossfader, limiter, route, cueListen, cueMix,
    recording, stemMeter, deckMeter, masterMeter, cueMeter, loudness, beat, rampEnd, silenced, ping, ended,
  ]

  static let stemState = StemNotification(
    "/notify/stem", .state,
    [
      ("id", "the stem"), ("state", "loading, loaded, failed, started, stopped, dropped (to make room) or freed"),
      ("name", "the stem's"),
      ("deck", "the letter of its deck"),
    ], "A stem is being read, is in memory, could not be read, sounds, is silent, or is gone.")

  static let stemVolume = StemNotification(
    "/notify/stem_volume", .state,
    [("id", "the stem"), ("volume", "gain that it glides to"), ("seconds", "how long that takes")],
    "A stem sets out for another volume.")

  static let deckLevel = StemNotification(
    "/notify/deck_level", .state, [("deck", "its letter"), ("level", "gain that it glides to")],
    "A deck sets out for another level.")

  static let route = StemNotification(
    "/notify/route", .state,
    [("source", "master, cue or a deck's letter"), ("channels…", "as 1-2, each; none when it goes nowhere")],
    "A signal goes to other channels.")

  static let cueListen = StemNotification(
    "/notify/cue_listen", .state, [("deck", "its letter"), ("on", "1 or 0")],
    "A deck is put on the headphones, or taken off.")

  static let cueMix = StemNotification(
    "/notify/cue_mix", .state, [("mix", "0 the decks, 1 the master"), ("level", "gain of the headphones")],
    "What the headphones hear has changed.")

  static let recording = StemNotification(
    "/notify/recording", .state,
    [
      ("state", "started, stopped or failed"), ("path", "the file"), ("source", "what is recorded"),
      ("…", "stopped: seconds and lost frames; failed: the reason"),
    ], "A recording has begun, is complete, or was ended by a full disk.")

  static let deckEqualizer = StemNotification(
    "/notify/deck_eq", .state,
    [("deck", "its letter"), ("low", "linear gain that it glides to"), ("mid", "the same"), ("high", "the same")],
    "The bands of a deck's equaliser set out for other gains.")

  static let deckKnob = StemNotification(
    "/notify/deck_knob", .state, [("deck", "its letter"), ("position", "−1 to 1"), ("resonance", "0 to 1")],
    "A deck's filter knob is turned.")

  static let crossfader = StemNotification(
    "/notify/crossfader", .state,
    [("position", "−1 to 1"), ("curve", "linear, constant-power or scratch")],
    "The crossfader is moved, or works in another way.")

  static let stemStrip = StemNotification(
    "/notify/stem_strip", .state,
    [
      ("id", "the stem"), ("low", "linear gain that it glides to"), ("mid", "the same"), ("high", "the same"),
      ("pan", "−1 to 1"), ("muted", "whether it is"), ("soloed", "whether it is"),
    ], "A stem's channel of the mixer is set to something else.")

  static let limiter = StemNotification(
    "/notify/limiter", .state, [("mode", "soft, true-peak or off")], "Something else keeps the master within bounds.")

  static let silenced = StemNotification(
    "/notify/silenced", .faults,
    [("place", "the strip: as in stem 100, deck A, master"), ("frames", "how many since the last time")],
    "A strip silenced sound that was no finite number; at most once a second for each.")

  private static let levels = [
    ("peak_left", "highest magnitude of the last 50 ms, linear"), ("peak_right", "the same of the right side"),
    ("rms_left", "root mean square of the last 50 ms, linear"), ("rms_right", "the same of the right side"),
  ]

  static let stemMeter = StemNotification(
    "/notify/stem_meter", .meters,
    [("id", "the stem"), ("position", "where in its file it plays, in seconds")] + levels,
    "Position and levels of a stem that plays, behind its volume and its channel, 20 times a second.")

  static let deckMeter = StemNotification(
    "/notify/deck_meter", .meters, [("deck", "its letter")] + levels,
    "Levels of a deck behind its strip, 20 times a second.")

  static let masterMeter = StemNotification(
    "/notify/master_meter", .meters, [("clock", "seconds of the server's clock")] + levels,
    "Levels of the master, 20 times a second.")

  static let cueMeter = StemNotification(
    "/notify/cue_meter", .meters, levels, "Levels of the headphones, 20 times a second.")

  static let beat = StemNotification(
    "/notify/beat", .clock,
    [
      ("beat", "counted from 0 since the last /reset or the start"), ("bar", "counted from 1"),
      ("place", "which beat of the bar it is, from 1"), ("meter", "beats in the bar"), ("tempo", "beats a minute"),
      ("clock", "seconds of the server's clock at which it falls"),
    ], "A beat of the server's clock, as it comes.")

  static let loudness = StemNotification(
    "/notify/loudness", .meters,
    [
      ("momentary", "of the last 0.4 s, in LUFS"), ("short_term", "of the last 3 s, in LUFS"),
      ("integrated", "of all, in LUFS"), ("range", "in LU"), ("true_peak", "the highest, in dBTP"),
    ], "Loudness of the master, four times a second.")

  static let rampEnd = StemNotification(
    "/notify/ramp_end", .state,
    [
      ("address", "the command that was ramped"), ("arguments", "its leading arguments"),
      ("value", "where the ramp has arrived"),
    ], "A ramp has arrived.")

  static let ping = StemNotification(
    "/notify/ping", .always, [("seconds", "how long the subscription lasts without an answer")],
    """
    Asks a subscriber by UDP whether it is there. Any packet from it is an answer; /notify/ping.reply is one that is \
    never answered itself.
    """)

  static let ended = StemNotification(
    "/notify/ended", .always, [("reason", "why")], "The subscription is over, since nothing came back.")
}
