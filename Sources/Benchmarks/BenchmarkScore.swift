import OSC

/// A score of commands, each at its time, as `scsynth -N` reads it.
struct BenchmarkScore {
  private let seconds: Double
  private var events: [(time: Double, message: OSCMessage)] = []

  /// - Parameter seconds: when it ends.
  init(seconds: Double) { self.seconds = seconds }

  mutating func add(_ time: Double, _ message: OSCMessage) {
    if time <= seconds { events.append((time, message)) }
  }

  var bytes: [UInt8] {
    // Those of one time in the order in which they were added.
    let ordered = events.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
    let end = (time: seconds, message: OSCMessage("/c_set", .int32(0), .int32(0)))
    var bytes: [UInt8] = []
    for event in ordered.map(\.element) + [end] {
      let time = OSCTimeTag(rawValue: UInt64(event.time * 4_294_967_296))
      let encoded = OSCPacket.bundle(OSCBundle(timeTag: time, messages: [event.message])).encoded()
      withUnsafeBytes(of: UInt32(encoded.count).bigEndian) { bytes += $0 }
      bytes += encoded
    }
    return bytes
  }
}
