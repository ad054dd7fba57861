/// Which beat each frame is: stretches of steady tempo, one after the other.
struct TempoMap {
  struct Stretch {
    /// Names the stretch while its frame is still to be found out.
    let name: Int
    /// Its first frame.
    var frame: Int64
    /// In beats a minute.
    var tempo: Double
    /// The beat that its first frame is, if that does not follow from the stretch before.
    var origin: Double?
    /// The beat that its first frame is.
    fileprivate(set) var beat: Double
  }

  let sampleRate: Double
  private(set) var stretches: [Stretch]
  private var nextName = 1

  /// Beat 0 is frame 0.
  init(tempo: Double, sampleRate: Double) {
    self.sampleRate = sampleRate
    stretches = [Stretch(name: 0, frame: 0, tempo: tempo, origin: 0, beat: 0)]
  }

  private func stretch(at frame: Int64) -> Stretch { stretches.last { $0.frame <= frame } ?? stretches[0] }

  func tempo(at frame: Int64) -> Double { stretch(at: frame).tempo }

  /// The tempo behind the last change.
  var latestTempo: Double { stretches[stretches.count - 1].tempo }

  func beat(at frame: Int64) -> Double { beat(at: frame, of: stretch(at: frame)) }

  private func beat(at frame: Int64, of stretch: Stretch) -> Double {
    stretch.beat + Double(frame - stretch.frame) * stretch.tempo / (60 * sampleRate)
  }

  /// The frame nearest to a beat; of the last stretch that has it, and that begins by `limit`.
  func frame(ofBeat beat: Double, knownAt limit: Int64 = .max) -> Int64 {
    let stretch = stretches.last { $0.beat <= beat && $0.frame <= limit } ?? stretches[0]
    return stretch.frame + Int64(((beat - stretch.beat) * 60 * sampleRate / stretch.tempo).rounded())
  }

  /// The frame that beats are counted from at a frame.
  func firstFrame(at frame: Int64) -> Int64 {
    stretches.last { $0.frame <= frame && $0.origin != nil }?.frame ?? stretches[0].frame
  }

  /// Changes the tempo from a frame on; gives back the name of the stretch that begins there.
  @discardableResult
  mutating func setTempo(_ tempo: Double, at frame: Int64) -> Int { insert(tempo, origin: nil, at: frame) }

  /// Makes a frame beat 0; gives back the name of the stretch that begins there.
  @discardableResult
  mutating func reset(at frame: Int64) -> Int { insert(self.tempo(at: frame), origin: 0, at: frame) }

  private mutating func insert(_ tempo: Double, origin: Double?, at frame: Int64) -> Int {
    let name = nextName
    nextName += 1
    let index = stretches.lastIndex { $0.frame <= frame }.map { $0 + 1 } ?? 0
    stretches.insert(Stretch(name: name, frame: frame, tempo: tempo, origin: origin, beat: 0), at: index)
    count()
    return name
  }

  /// Moves the beginning of a stretch to the frame that it turned out to be.
  mutating func move(_ name: Int, to frame: Int64) {
    guard let index = stretches.firstIndex(where: { $0.name == name }), stretches[index].frame != frame else { return }
    var moved = stretches.remove(at: index)
    moved.frame = frame
    stretches.insert(moved, at: stretches.lastIndex { $0.frame <= frame }.map { $0 + 1 } ?? 0)
    count()
  }

  /// A change that does not happen after all.
  mutating func remove(_ name: Int) {
    guard let index = stretches.firstIndex(where: { $0.name == name }), index > 0 else { return }
    stretches.remove(at: index)
    count()
  }

  /// Forgets what lies before a frame.
  mutating func forget(before frame: Int64) {
    guard let first = stretches.lastIndex(where: { $0.frame <= frame }), first > 0 else { return }
    stretches.removeSubrange(..<first)
    stretches[0].origin = stretches[0].beat
  }

  private mutating func count() {
    stretches[0].beat = stretches[0].origin ?? stretches[0].beat
    for index in stretches.indices.dropFirst() {
      stretches[index].beat = stretches[index].origin ?? beat(at: stretches[index].frame, of: stretches[index - 1])
    }
  }
}
