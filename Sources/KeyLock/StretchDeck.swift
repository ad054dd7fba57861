import RealTime
import Synchronization

/// The stems of one deck that are stretched: it finds which belong together, begins groups of them, and keeps enough ready.
///
/// - Thread: `add` any; the rest is confined to one.
final class StretchDeck: @unchecked Sendable {
  // Unchecked: as the line above says.

  /// How long groups of the same speed play beside each other before they become one.
  private static let mergeSeconds = 1.0
  /// How long stems of a group may differ in speed before they part: commands to each of them take their time.
  private static let differSeconds = 0.02
  /// Between where a player is and where a group for it begins.
  private static let leadSeconds = 0.01
  /// Stretchers that are kept for the next group.
  private static let poolSize = 3

  private let engine: KeyLockEngine
  private let sampleRate: Double
  private let lookahead: Int64
  private let reader: UnitDescriptor
  private let incoming = Mutex<[[StretchTrack]]>([])
  private let onPrimed: @Sendable () -> Void
  private var tracks: [StretchTrack] = []
  private var groups: [StretchGroup] = []
  private var pool: [Stretcher] = []
  private let services: UnitServices

  init(
    _ engine: KeyLockEngine, sampleRate: Double, lookahead: Int, reader: UnitDescriptor,
    onPrimed: @escaping @Sendable () -> Void
  ) {
    self.engine = engine
    self.sampleRate = sampleRate
    self.lookahead = Int64(lookahead)
    self.reader = reader
    self.onPrimed = onPrimed
    guard let services = UnitServices(outputChannels: 2, inputChannels: 0, seed: 0, poolBytes: 1 << 20) else {
      preconditionFailure("the system gives no address space")
    }
    self.services = services
  }

  deinit {
    groups = []
    services.deallocate()
  }

  /// Tracks that begin together.
  func add(_ tracks: [StretchTrack]) { incoming.withLock { $0.append(tracks) } }

  var isIdle: Bool { tracks.isEmpty && incoming.withLock(\.isEmpty) }

  /// Brings everything up to date.
  func serve() {
    for added in incoming.withLock({ waiting in
      defer { waiting.removeAll() }
      return waiting
    }) {
      tracks += added
      prime(added)
    }
    for track in tracks { track.update() }
    for group in groups { check(group) }
    for track in tracks where track.isRetired { track.group?.remove(track) }
    tracks.removeAll(where: \.isRetired)
    dropEmptyGroups()
    // They are large, and made anew in some milliseconds.
    if tracks.isEmpty { pool = [] }
    join()
    fill()
    // Whoever has no group by now begins without.
    for track in tracks where track.group == nil && !track.isPrimed {
      track.setPrimed()
      onPrimed()
    }
  }

  // MARK: - Groups

  private func prime(_ added: [StretchTrack]) {
    let starting = added.filter { !$0.isPrimed }
    begin(starting.filter(\.isToStretch).map { ($0, $0.state.played) }, began: starting.first?.state.frame ?? 0)
  }

  /// Begins a group for each speed and pitch among the tracks.
  private func begin(_ candidates: [(track: StretchTrack, first: Int64)], began: Int64) {
    var rest = candidates
    while let leader = rest.first?.track {
      let together = rest.filter { $0.track.isAlike(leader) }
      rest.removeAll { $0.track.isAlike(leader) }
      let stretcher = takeStretcher(channels: together.reduce(0) { $0 + $1.track.channels })
      groups.append(
        StretchGroup(
          together, stretcher, reader: reader, services: services, engine: engine, sampleRate: sampleRate,
          began: began))
    }
  }

  private func takeStretcher(channels: Int) -> Stretcher {
    guard let index = pool.firstIndex(where: { $0.channels == channels }) else {
      return Stretcher(engine, sampleRate: sampleRate, channels: channels)
    }
    let stretcher = pool.remove(at: index)
    stretcher.reset()
    return stretcher
  }

  private func dropEmptyGroups() {
    for group in groups where group.reference == nil {
      pool.append(group.stretcher)
      if pool.count > Self.poolSize { pool.removeFirst() }
    }
    groups.removeAll { $0.reference == nil }
  }

  /// Takes out of a group what does not belong to it any more.
  private func check(_ group: StretchGroup) {
    if group.isLost { group.removeAll() }
    for member in group.members {
      guard let member, let reference = group.reference else { continue }
      let track = member.track
      if !track.isToStretch || (track.hasBegun && track.state.jumps != track.port.jumps(member.generation)) {
        group.remove(track)
      } else if track !== reference.track {
        let isOff = !track.isAlike(reference.track) || group.offset(of: track).magnitude > 0.001 * sampleRate
        if !isOff {
          track.differsSince = nil
        } else if let since = track.differsSince {
          if track.state.frame - since > Int64(Self.differSeconds * sampleRate) { group.remove(track) }
        } else {
          track.differsSince = track.state.frame
        }
      }
    }
  }

  /// Begins groups for who plays and has none; makes one of those that are alike.
  private func join() {
    merge()
    let joining = tracks.filter {
      $0.group == nil && $0.hasBegun && $0.isToStretch && $0.port.settled == $0.port.latest
    }
    guard let now = joining.map(\.state.frame).max() else { return }
    let start = now + Int64(Self.leadSeconds * sampleRate)
    begin(joining.map { ($0, $0.state.played + start - $0.state.frame) }, began: now)
  }

  private func merge() {
    for group in groups {
      guard let leader = group.reference?.track, leader.hasBegun else { continue }
      let alike = groups.filter { other in
        guard let track = other.reference?.track, track.hasBegun, track.isAlike(leader) else { return false }
        return track.state.frame - other.began > Int64(Self.mergeSeconds * sampleRate)
      }
      guard alike.count > 1 || (alike.first === group && group.hasLeft) else { continue }
      let settled = alike.allSatisfy { other in
        other.members.allSatisfy { member in member.map { $0.track.port.settled == $0.track.port.latest } ?? true }
      }
      guard settled else { continue }
      // They sound on from their lanes until the one group is ready.
      for other in alike { other.removeAll() }
    }
    dropEmptyGroups()
  }

  // MARK: - Sound

  private func fill() {
    while true {
      var neediest: StretchGroup?
      var least = lookahead
      for group in groups where !group.isLost && !group.isWaiting && group.ahead < least {
        neediest = group
        least = group.ahead
      }
      guard let group = neediest else { break }
      if !group.step() { group.isWaiting = true }
      if group.ahead >= lookahead { tellPrimed(group) }
      for track in tracks { track.update() }
    }
    for group in groups { group.isWaiting = false }
  }

  private func tellPrimed(_ group: StretchGroup) {
    var told = false
    for member in group.members {
      guard let track = member?.track, !track.isPrimed else { continue }
      track.setPrimed()
      told = true
    }
    if told { onPrimed() }
  }
}

extension StretchTrack {
  /// Whether both play at the same speed and pitch.
  fileprivate func isAlike(_ other: StretchTrack) -> Bool {
    Self.isNear(rate, other.rate) && Self.isNear(speed, other.speed)
  }

  private static func isNear(_ one: Double, _ other: Double) -> Bool {
    (one - other).magnitude <= 1e-6 * other.magnitude
  }
}
