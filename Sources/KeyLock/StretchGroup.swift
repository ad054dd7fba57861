import RealTime

/// Stems of one speed that go through one stretcher, so that they stay together to the sample.
///
/// Which input sounds at which output is known to the frame (`Stretcher`), and so is where each player will be. What
/// little they differ by, and what a change of speed leaves behind, the ratio makes up for.
///
/// - Thread: confined to its deck's.
final class StretchGroup {
  struct Member {
    let track: StretchTrack
    let feed: StemFeed
    let generation: Int64
    /// The player's output frame at which the group's first one sounds.
    let first: Int64
    /// Of the stretcher: the first of two, or the only one of a mono buffer.
    let channel: Int
    let isMono: Bool
  }

  /// Beyond this, in seconds, a group is better begun anew than led back.
  static let farthest = 0.03
  /// How fast the ratio leads back, in seconds, and how far it may go from what is asked for.
  private static let settling = 0.05
  private static let mostCorrection = 0.1
  /// Of the engine that is not to be told every ratio: it corrects from and to these differences, in seconds.
  private static let corrects = (from: 0.0016, to: 0.0004)
  private static let stride = 16_384

  private(set) var members: [Member?]
  let stretcher: Stretcher
  private let engine: KeyLockEngine
  private let sampleRate: Double
  private let inputs: UnsafeMutablePointer<Float>
  private let outputs: UnsafeMutablePointer<Float>
  private var fed = 0
  private var given = 0
  private var isCorrecting = false
  /// The engine's frame at which it began.
  let began: Int64
  /// Whether it has lost its place, and has to be begun anew.
  private(set) var isLost = false
  /// Whether the audio that it needs next is still to be read.
  var isWaiting = false

  /// - Parameter tracks: of one speed and pitch, with the output frame of each player that is to sound first.
  init(
    _ tracks: [(track: StretchTrack, first: Int64)], _ stretcher: Stretcher, reader: UnitDescriptor,
    services: UnitServices, engine: KeyLockEngine, sampleRate: Double, began: Int64
  ) {
    self.stretcher = stretcher
    self.engine = engine
    self.sampleRate = sampleRate
    self.began = began
    inputs = .allocate(capacity: Self.stride * stretcher.channels)
    outputs = .allocate(capacity: Self.stride * stretcher.channels)
    inputs.initialize(repeating: 0, count: Self.stride * stretcher.channels)
    var channel = 0
    members = tracks.map { track, first in
      let feed = StemFeed(reader, buffer: track.buffer, sampleRate: sampleRate, services: services)
      feed.begin(
        at: track.position(atPlayed: first), pad: stretcher.pad, speed: track.speed, region: track.state)
      let generation = track.port.begin(first: first, jumps: track.state.jumps)
      defer { channel += track.channels }
      return Member(
        track: track, feed: feed, generation: generation, first: first, channel: channel, isMono: track.channels == 1)
    }
    stretcher.setRatio(tracks[0].track.ratio)
    for track in tracks { track.track.group = self }
  }

  deinit {
    inputs.deallocate()
    outputs.deallocate()
  }

  var reference: Member? { members.lazy.compactMap(\.self).first }

  var hasLeft: Bool { members.contains { $0 == nil } }

  /// Takes a track out. If there is nothing more to stretch, its player fades over to the buffer; else it plays on what is
  /// ready, until another group is.
  func remove(_ track: StretchTrack) {
    for (index, member) in members.enumerated() {
      guard let member, member.track === track else { continue }
      if !track.isToStretch { track.port.close(member.generation) }
      track.group = nil
      track.differsSince = nil
      members[index] = nil
      // Its channels are silent from here on.
      (inputs + member.channel * Self.stride).update(repeating: 0, count: Self.stride * track.channels)
    }
  }

  func removeAll() {
    for member in members { if let member { remove(member.track) } }
  }

  /// Output frames that are there, from the first that sounds.
  var ready: Int64 { Int64(max(0, given - stretcher.delay)) }

  /// How many frames lie ready before the player that is nearest to the end of them.
  var ahead: Int64 {
    members.lazy.compactMap { member in
      member.map { $0.first + self.ready - ($0.track.hasBegun ? $0.track.state.played : 0) }
    }.min() ?? .max
  }

  // MARK: - Steps

  /// One hop. False when the audio to be fed is not there.
  func step() -> Bool {
    let required = min(stretcher.required, Self.stride)
    for member in members {
      guard let member, !member.feed.canRead(required) else { continue }
      return false
    }
    for member in members {
      guard let member else { continue }
      let left = inputs + member.channel * Self.stride
      member.feed.setSpeed(member.track.speed)
      if !member.feed.read(required, left, member.isMono ? nil : left + Self.stride) { isLost = true }
    }
    fed += required
    steer()
    stretcher.process(inputs, stride: Self.stride, frames: required)
    let count = stretcher.retrieve(into: outputs, stride: Self.stride, frames: min(stretcher.available, Self.stride))
    deliver(count)
    given += count
    return true
  }

  /// Sets the ratio of the next hop by where the middle of its window will sound and where the player will be then.
  private func steer() {
    guard let reference else { return }
    let track = reference.track
    let ratio = track.ratio
    guard KeyLock.ratios.contains(ratio) else { return }
    // The first window has its place by definition.
    let difference = fed > 2 * stretcher.pad ? lead(of: reference, at: reference.first + Int64(given)) : 0
    if difference.magnitude > Self.farthest * sampleRate { isLost = true }
    let wanted = -engine.onsetLead * sampleRate / 44_100 * (ratio - 1)
    let off = difference - wanted
    if engine.takesEveryRatio {
      stretcher.setRatio(ratio * (1 + correction(off)))
      return
    }
    if isCorrecting {
      isCorrecting = off.magnitude > Self.corrects.to * sampleRate
    } else if off.magnitude > Self.corrects.from * sampleRate {
      isCorrecting = true
      stretcher.setRatio(ratio * (1 + correction(off)))
      return
    }
    if !isCorrecting { stretcher.setRatio(ratio) }
  }

  private func correction(_ frames: Double) -> Double {
    max(-Self.mostCorrection, min(Self.mostCorrection, frames / (Self.settling * sampleRate)))
  }

  /// By how many output frames the middle of the window is further in the music than the player will be.
  private func lead(of member: Member, at played: Int64) -> Double {
    let state = member.track.state
    guard state.increment != 0 else { return 0 }
    let middle = member.feed.place(before: stretcher.pad)
    var difference = middle &- (state.position &+ (played - state.played) &* state.increment)
    let span = state.high - state.low
    if state.loops && span > 0 {
      difference %= span
      if difference > span / 2 { difference -= span }
      if difference < -span / 2 { difference += span }
    }
    return Double(difference) / Double(state.increment)
  }

  /// How far a member's place is from where the group plays it, in output frames: 0 but for what the speeds of stems
  /// differed.
  func offset(of track: StretchTrack) -> Double {
    guard let reference, let member = members.lazy.compactMap(\.self).first(where: { $0.track === track }) else {
      return 0
    }
    return lead(of: member, at: member.first + Int64(given)) - lead(of: reference, at: reference.first + Int64(given))
  }

  private func deliver(_ count: Int) {
    let from = given - stretcher.delay
    let skip = max(0, -from)
    guard skip < count else { return }
    for member in members {
      guard let member else { continue }
      let port = member.track.port
      let mask = port.capacity - 1
      let left = port.left(member.generation)
      let right = port.right(member.generation)
      let source = outputs + member.channel * Self.stride
      let other = member.isMono ? source : source + Self.stride
      let frame = member.first + Int64(from)
      for offset in skip..<count {
        let slot = Int(truncatingIfNeeded: frame + Int64(offset)) & mask
        left[slot] = source[offset]
        right[slot] = other[offset]
      }
      port.publish(member.generation, upTo: frame + Int64(count))
    }
  }
}
