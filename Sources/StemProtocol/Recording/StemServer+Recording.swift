import Control
import Foundation
import Logging
import OSC
import SoundFiles

/// Recordings: several at a time, each of a signal of the mixer, exact to the frame at both ends.
extension StemServer {
  /// Begins to record at the moment's time.
  func record(
    to path: String, format word: String, _ source: SignalSource, _ request: StemRequest, in moment: Moment
  ) throws(StemFailure) {
    let about: [OSCArgument] = [.string(path)]
    guard recordings[path] == nil else { throw StemFailure("\(path) is being recorded to already", about: about) }
    let bus = try openBus(of: source, in: moment)
    let recording: Recording
    do throws(SoundFileError) {
      let format = try RecordingFormat.named(word, path: path)
      recording = try Recording(
        path: path, format: format, sampleRate: engine.sampleRate, firstBus: bus)
    } catch {
      closeBus(of: source)
      throw StemFailure(error.description, about: about)
    }
    let running = RunningRecording(path: path, source: source, recording: recording, client: request.client)
    recordings[path] = running
    recording.begin(in: &moment.changes)
    moment.tell(.recording, ["started", .string(path), .string(source.text)])
    moment.afterwards { [weak self] applied in
      running.beginning = applied.frame
      if running.isReleased { self?.close(running) }
      request.done(about + [.string(source.text)], "of \(source.text)")
    }
  }

  /// Ends recordings at the moment's time; their files are complete when the request is answered.
  func stopRecordings(_ ending: [RunningRecording], _ request: StemRequest, in moment: Moment) {
    for running in ending {
      running.stops.append(request)
      end(running, in: moment)
    }
  }

  private func end(_ running: RunningRecording, in moment: Moment) {
    guard !running.isEnding else { return }
    running.isEnding = true
    running.recording.end(in: &moment.changes)
    moment.afterwards { [weak self] _ in
      running.isReleased = true
      // One that ends before its beginning is let go once the audio thread has seen both.
      if running.beginning != nil { self?.close(running) }
    }
  }

  private func close(_ running: RunningRecording) {
    closeBus(of: running.source)
    let outcomes = recordingOutcomes
    running.recording.close { outcomes.put($0) }
  }

  /// Takes what the recordings' threads have to tell.
  func takeRecordings() {
    for (path, running) in recordings {
      if !running.isEnding, let reason = running.recording.failure { tellFailure(of: running, path, reason) }
    }
    for outcome in recordingOutcomes.take() {
      guard let running = recordings.removeValue(forKey: outcome.path) else { continue }
      finish(running, outcome)
    }
    if recordings.isEmpty {
      let bodies = whenRecorded
      whenRecorded = []
      for body in bodies { body() }
    }
  }

  /// The music goes on; the recording ends with what the disk took.
  private func tellFailure(of running: RunningRecording, _ path: String, _ reason: String) {
    log.error("the recording to \(path) ends: \(reason)")
    running.client.reply(OSCMessage("/fail", "/record_start", .string(reason), .string(path)))
    notify(.recording, ["failed", .string(path), .string(running.source.text), .string(reason)])
    let moment = Moment(at: .immediately)
    end(running, in: moment)
    commit(moment)
  }

  private func finish(_ running: RunningRecording, _ outcome: Recording.Outcome) {
    let seconds = Double(outcome.frames) / engine.sampleRate
    let text = "recorded \((seconds * 10).rounded() / 10) s"
    if outcome.lostFrames > 0 {
      log.error("\(outcome.path): the disk was too slow: \(outcome.lostFrames) frames are missing")
    }
    let numbers: [OSCArgument] = [.double(seconds), .int64(outcome.lostFrames)]
    notify(.recording, ["stopped", .string(outcome.path), .string(running.source.text)] + numbers)
    if running.stops.isEmpty { log.info("\(outcome.path): \(text)") }
    for request in running.stops {
      // The last file answers a request for several.
      let part = OSCMessage("/record_stop.reply", [.string(outcome.path)] + numbers)
      request.replyPart(part)
      guard !recordings.values.contains(where: { $0.stops.contains { $0 === request } }) else { continue }
      request.done([.string(outcome.path)] + numbers, text)
    }
  }

  /// The file that a client means: with a folder for recordings a name in it.
  ///
  /// - Throws: for a path that leads out of the folder.
  func recordingPath(_ given: String) throws(StemFailure) -> String {
    guard let recordingFolder else { return Self.fullPath(NSString(string: given).expandingTildeInPath) }
    let folder = URL(fileURLWithPath: recordingFolder, isDirectory: true).standardizedFileURL.resolvingSymlinksInPath()
    let url = URL(fileURLWithPath: given, relativeTo: folder).standardizedFileURL
    let parent = url.deletingLastPathComponent().resolvingSymlinksInPath().path
    guard parent == folder.path || parent.hasPrefix(folder.path + "/") else {
      throw StemFailure("recordings go below \(folder.path) only: name a file there", about: [.string(given)])
    }
    return parent + "/" + url.lastPathComponent
  }

  /// One file has one path, however it is written.
  private static func fullPath(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }

  // MARK: - For the program

  /// Records the master from the next block on, with nobody to answer.
  ///
  /// - Throws: why there is no recording, as a description for a person.
  public func record(to path: String) throws {
    let moment = Moment(at: .immediately)
    let request = StemRequest(address: "--record", client: StemClient("--record") { _ in }, log: log)
    do throws(StemFailure) {
      try record(to: Self.fullPath(path), format: "auto", .master, request, in: moment)
    } catch {
      throw RecordingRefusal(description: error.reason)
    }
    commit(moment)
  }

  /// Ends every recording; `done` is called by a later `poll()`, when all files are complete.
  public func endRecordings(_ done: @escaping () -> Void) {
    let moment = Moment(at: .immediately)
    for running in recordings.values { end(running, in: moment) }
    whenRecorded.append(done)
    commit(moment)
  }

  // MARK: - Stems

  /// The buses of a signal; a stem's are opened for it.
  private func openBus(of source: SignalSource, in moment: Moment) throws(StemFailure) -> Int {
    guard case .stem(let id) = source else { return bus(of: source) ?? mixer.buses.master }
    if stemTaps[id] == nil {
      guard let number = tapNumbers.take() else {
        throw StemFailure("\(MixerBuses.stemTaps) stems are recorded already: stop one first", stem: id)
      }
      stemTaps[id] = StemTap(number: number, users: 0)
    }
    stemTaps[id]?.users += 1
    let bus = bus(of: source) ?? mixer.buses.master
    for voice in stems[id]?.voices ?? [] { setTap(of: voice, to: Float(bus), in: &moment.changes) }
    return bus
  }

  private func closeBus(of source: SignalSource) {
    guard case .stem(let id) = source, let tap = stemTaps[id] else { return }
    stemTaps[id]?.users -= 1
    guard tap.users == 1 else { return }
    stemTaps[id] = nil
    var changes = Changes()
    for voice in stems[id]?.voices ?? [] where voice.beginning == nil {
      setTap(of: voice, to: MixerBuses.nowhere, in: &changes)
    }
    engine.commit(changes) { [weak self] _ in self?.tapNumbers.give(tap.number) }
  }

  private func setTap(of voice: StemVoice, to bus: Float, in changes: inout Changes) {
    if let index = mixer.stem.index(ofControl: "tap") { changes.set(voice.node, control: index, to: bus) }
  }
}
