import Control
import OSC

/// Starts and seeks: at once, at their time, or on the grid, as soon as the audio of all that belong together is there.
extension StemServer {
  /// Puts a start into the moment. It happens with the others of the moment, when the audio of all of them is there.
  ///
  /// - Parameter frame: when it is to happen, where that is not the moment's time.
  func start(
    _ id: Int, _ start: StemStart, _ request: StemRequest, at frame: Int64? = nil, in moment: Moment
  ) throws(StemFailure) {
    guard let stem = stems[id], stem.buffer != nil || stem.load != nil else {
      throw nothing(in: id)
    }
    dropStart(of: stem, because: "replaced by a later start of the same stem")
    cuedStems.remove(id)
    let group = group(at: frame, in: moment)
    let pending = PendingStart(stem: stem, start: start, request: request, group: group)
    stem.pendingStart = pending
    supersede(RampTarget("/stem_rate", [.integer(id)]), in: moment)
    supersede(RampTarget("/stem_volume", [.integer(id)]), in: moment)
    stem.rate = start.rate
    stem.volume = start.volume
    stem.loops = start.loops
    group.starts.append(pending)
  }

  /// Puts a seek of a voice that plays into the moment, with the starts and seeks of the others.
  func seek(
    _ voice: StemVoice, of stem: Stem, to position: StemPosition, quantised: Bool, _ request: StemRequest,
    in moment: Moment
  ) {
    dropSeek(of: stem, because: "replaced by a later seek of the same stem")
    let group = quantised ? group(at: nil, in: moment) : moment.starts
    let pending = PendingSeek(stem: stem, voice: voice, position: position, request: request)
    stem.pendingSeek = (pending, group)
    group.seeks.append(pending)
  }

  /// The starts of the moment that happen at this frame, or without one at its time or on the next line of the grid.
  private func group(at frame: Int64?, in moment: Moment) -> StartGroup {
    if let frame { return moment.starts(at: .frame(frame), on: nil) }
    guard beats.quantum > 0 else { return moment.starts }
    return moment.starts(at: moment.time, on: nextLine(from: moment.time))
  }

  /// Starts a group now if its audio is there, else sets it aside.
  func launchStarts(of moment: Moment) {
    for group in moment.laterStarts {
      waitingGroups.append(group)
      for pending in group.starts {
        pending.request.note("waits for \(group.line.map { "beat \($0.beat)" } ?? "its time")")
      }
    }
    let group = moment.starts
    guard !group.isEmpty else { return }
    if isReady(group) {
      launch(group, in: moment)
    } else {
      waitingGroups.append(group)
      for pending in group.starts { pending.request.note("waits for its audio") }
    }
  }

  /// Starts the groups whose audio has come, and whose line of the grid is near.
  func launchReadyGroups() {
    guard !waitingGroups.isEmpty else { return }
    let waiting = waitingGroups
    waitingGroups = []
    for group in waiting where !group.isEmpty {
      guard let time = launchTime(of: group) else {
        waitingGroups.append(group)
        continue
      }
      let moment = Moment(at: time)
      launch(group, in: moment)
      commit(moment)
    }
  }

  private func launch(_ group: StartGroup, in moment: Moment) {
    for pending in group.starts { begin(pending, in: moment) }
    for pending in group.seeks { jump(pending, in: moment) }
    group.starts = []
    group.seeks = []
  }

  /// When a group is to start; nil while that is not to be told to the audio thread yet.
  private func launchTime(of group: StartGroup) -> EngineTime? {
    guard isReady(group) else { return nil }
    let horizon = engine.position + lookaheadFrames
    guard let line = group.line else {
      guard case .frame(let frame) = group.time else { return group.time }
      if frame > horizon { return nil }
      return frame < engine.position ? .immediately : group.time
    }
    var frame = beats.map.frame(ofBeat: line.beat)
    guard frame <= horizon else { return nil }
    if frame < engine.position {
      // Its audio came too late for this line, or the clock was set anew: the next one.
      let next = beats.gridBeat(from: engine.position, quantum: line.quantum)
      group.line?.beat = next
      frame = beats.map.frame(ofBeat: next)
    }
    return frame <= horizon ? .frame(frame) : nil
  }
}
