/// The server's clock in beats: tempo, bars, and the grid that starts wait for.
///
/// - Thread: confined to its server's.
struct BeatClock {
  var map: TempoMap
  var meter = Meter(beats: 4)
  /// The tempo at which stems play at their own rate.
  var baseTempo: Double
  /// Beats between the lines of the grid that starts wait for; 0: they do not wait.
  var quantum = 0.0
  /// Whether each beat is logged.
  var isPrinted = false
  /// The frame up to which beats have been told.
  private var told: Int64 = -1

  init(tempo: Double, sampleRate: Double) {
    map = TempoMap(tempo: tempo, sampleRate: sampleRate)
    baseTempo = tempo
  }

  /// What the rate of a stem is multiplied with at a frame.
  func speed(at frame: Int64) -> Double { map.tempo(at: frame) / baseTempo }

  /// The first line of the grid at a frame or behind it.
  func gridBeat(from frame: Int64, quantum: Double) -> Double {
    let lines = map.beat(at: frame) / quantum
    let nearest = lines.rounded()
    // A frame that a line rounds to lies on it.
    if map.frame(ofBeat: nearest * quantum) == frame { return nearest * quantum }
    return lines.rounded(.up) * quantum
  }

  /// The beats that have come up to a frame since this was last asked; after a long time only the latest.
  mutating func takeBeats(upTo frame: Int64) -> [BeatEvent] {
    guard frame > told else { return [] }
    let from = max(told + 1, map.firstFrame(at: frame))
    told = frame
    var events: [BeatEvent] = []
    var beat = max(gridBeat(from: from, quantum: 1), (map.beat(at: frame) - 8).rounded(.up))
    while map.frame(ofBeat: beat, knownAt: frame) <= frame {
      events.append(event(ofBeat: beat, knownAt: frame))
      beat += 1
    }
    return events
  }

  private func event(ofBeat beat: Double, knownAt limit: Int64) -> BeatEvent {
    let frame = map.frame(ofBeat: beat, knownAt: limit)
    return BeatEvent(
      beat: Int(beat), bar: meter.bar(ofBeat: beat), place: meter.place(ofBeat: beat), beats: meter.beats,
      tempo: map.tempo(at: frame), frame: frame)
  }

  /// Makes a frame the first of beat 0 and bar 1; gives back the name of the stretch that begins there.
  mutating func reset(at frame: Int64) -> Int {
    meter.reset()
    return map.reset(at: frame)
  }
}
