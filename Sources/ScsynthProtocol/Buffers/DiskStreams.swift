import RealTime

/// The streams that synths write: each goes on to the file that was open when its synth began, whatever becomes of the buffer,
/// until the synth's last frames have come.
struct DiskStreams {
  private struct Key: Hashable {
    var node: Int32
    var buffer: Int32
  }

  private var streams: [Key: DiskStream] = [:]

  /// Whether a synth writes a buffer.
  func writes(_ buffer: Int32) -> Bool { streams.keys.contains { $0.buffer == buffer } }

  /// The synths that write one.
  var writers: Set<Int32> { Set(streams.keys.map(\.node)) }

  mutating func begin(_ stream: DiskStream, _ node: Int32, _ request: DiskRequest) {
    streams[Key(node: node, buffer: request.buffer)] = stream
  }

  /// The stream of a request; the synth's last one ends it.
  mutating func stream(_ node: Int32, _ request: DiskRequest) -> DiskStream? {
    let key = Key(node: node, buffer: request.buffer)
    return request.operation == .end ? streams.removeValue(forKey: key) : streams[key]
  }
}
