public import Control
import Logging
public import OSC
import RealTime
import Render

/// The scsynth door: it reads SuperCollider's commands, puts them into transactions, and answers as scsynth does.
///
/// - Thread: confined to its owner's, which calls `receive` and `poll`.
public final class ScsynthServer {
  public static let version: (major: Int32, minor: Int32, patch: String) = (3, 13, ".0")
  /// What clients take for the commit that the server was built from.
  static let commitHash = "na"

  public let engine: EngineControl
  let options: ScsynthOptions
  let worker: ScsynthWorker
  /// Where files are streamed, whatever the other one does.
  let disk: ScsynthWorker
  var streams = DiskStreams()
  /// What waits until the messages of the audio thread that are there now have been heard.
  var afterMessages: [() -> Void] = []
  /// Files of which a client wants the end, and what waits for them.
  var closing = 0
  var afterClosing: [() -> Void] = []
  let clocks: ScsynthClocks
  var library = SynthDefLibrary()
  var buffers: ScsynthBufferTable
  var notified: ScsynthLogins
  var schedule = ScsynthSchedule()
  var load = ScsynthLoad()
  /// Of synths that are being traced, by id.
  var traces: [Int32: SynthTrace] = [:]
  /// Whether failures are told, unless a bundle silences them for itself.
  var tellsFailures = true
  /// What `/dumpOSC` asked for.
  var dumpMode = 0
  private var hiddenID: Int32 = -8
  /// Takes lines that scsynth prints.
  let print: (String) -> Void
  /// Called when a client wants the server to end.
  public var onQuit: () -> Void = {}
  /// What the device's clock really makes, in hertz.
  public lazy var actualSampleRate: () -> Double = { [engine] in engine.sampleRate }
  /// How long before its time a bundle is prepared, in seconds.
  public var lookaheadSeconds = 0.02

  /// - Parameters:
  ///   - worker: where files are read and written.
  ///   - print: takes what is meant for standard output, line by line.
  public init(
    engine: EngineControl, options: ScsynthOptions, worker: ScsynthWorker, clocks: ScsynthClocks,
    print: @escaping (String) -> Void
  ) {
    self.engine = engine
    self.options = options
    self.worker = worker
    disk = worker.makeSibling()
    self.clocks = clocks
    self.print = print
    buffers = ScsynthBufferTable(capacity: engine.memory.configuration.buffers)
    notified = ScsynthLogins(capacity: options.maxLogins)
    engine.onNotice = { [weak self] notice, node, place in self?.tell(notice, node, place) }
    engine.onNodeReturned = { [weak self] node in
      guard let self, !node.pointee.isGroup else { return }
      library.giveBack(tag: node.pointee.tag)
      tellForgotten()
    }
    engine.onMessage = { [weak self] kind, node, words in self?.tell(kind, node, words) }
  }

  var controlBuses: Int { engine.memory.configuration.controlBuses }

  /// A line for people; not at verbosity below 0.
  func output(_ line: String) { if options.verbosity >= 0 { print(line) } }

  /// A negative id that no client chooses.
  func takeHiddenID() -> Int32 {
    hiddenID = (hiddenID &- 8) | Int32(bitPattern: 0x8000_0000)
    return hiddenID
  }

  // MARK: - Packets

  public func receive(_ packet: OSCPacket, from client: ScsynthClient) {
    if dumpMode != 0 { for line in OSCDump.lines(packet, mode: dumpMode) { print(line) } }
    accept(packet, from: client)
  }

  /// Bytes that are no OSC.
  public func receive(malformed reason: String, from client: ScsynthClient) {
    output("bad packet from \(client.address): \(reason)")
  }

  func accept(_ packet: OSCPacket, from client: ScsynthClient) {
    switch packet {
    case .message: perform([packet], at: .immediately, from: client)
    case .bundle(let bundle):
      guard !bundle.timeTag.isImmediate, let due = clocks.due(bundle.timeTag) else {
        perform(bundle.elements, at: .immediately, from: client)
        return
      }
      if due.lateSeconds > 0 { output("late \(ScsynthServer.fixed(due.lateSeconds, digits: 9))") }
      schedule.insert(due: due.nanoseconds, elements: bundle.elements, client: client)
    }
  }

  /// Performs messages at one moment; bundles within keep their own times.
  ///
  /// - Parameter fraction: the part of a frame by which a frame that is given is exceeded.
  public func perform(
    _ elements: [OSCPacket], at time: EngineTime, fraction: Float = 0, from client: ScsynthClient
  ) {
    let moment = ScsynthMoment(at: time, fraction: fraction, from: client)
    perform(elements, in: moment)
    commit(moment)
  }

  func perform(_ elements: [OSCPacket], in moment: ScsynthMoment) {
    for element in elements {
      switch element {
      case .message(let message): dispatch(message, in: moment)
      case .bundle: accept(element, from: moment.client)
      }
    }
    moment.silence = 0
  }

  private func dispatch(_ message: OSCMessage, in moment: ScsynthMoment) {
    let tells = tellsFailures && moment.silence <= 0
    guard let command = ScsynthCommandTable.command(for: message.address) else {
      refuse(message, in: moment)
      return
    }
    let request = ScsynthRequest(command.address, moment.client, tellsFailures: tells, self)
    moment.begin(request)
    var arguments = ScsynthArguments(message.arguments)
    do throws(ScsynthFailure) {
      try command.perform(&arguments, request, in: moment, on: self)
    } catch {
      // In its turn, behind the replies to what came before.
      moment.inTurn { request.fail(error) }
    }
  }

  /// There is no such command.
  private func refuse(_ message: OSCMessage, in moment: ScsynthMoment) {
    // A number has no name.
    let address = if case .path(let path) = message.address { path } else { "" }
    let request = ScsynthRequest(address, moment.client, tellsFailures: true, self)
    moment.begin(request)
    moment.inTurn { request.fail(.commandNotFound, silently: "FAILURE IN SERVER: \(address) Command not found") }
  }

  func commit(_ moment: ScsynthMoment) {
    let (changes, bodies) = moment.take()
    guard !changes.isEmpty else {
      for body in bodies { body(AppliedChanges(frame: engine.position)) }
      return
    }
    engine.commit(changes, at: moment.time, fraction: moment.fraction) { applied in
      for body in bodies { body(applied) }
    }
  }

  // MARK: - Time

  /// Takes what the engine and the worker have to tell, and prepares what is due. To be called every few milliseconds.
  public func poll() {
    engine.poll()
    if !afterMessages.isEmpty {
      engine.poll()
      let bodies = afterMessages
      afterMessages = []
      for body in bodies { body() }
    }
    for finished in worker.takeFinished() + disk.takeFinished() { finished() }
    releaseDue()
    load.update(engine)
  }

  private func releaseDue() {
    let limit = clocks.now() + Int64(lookaheadSeconds * 1e9)
    for entry in schedule.takeDue(upTo: limit) {
      perform(entry.elements, at: .host(nanoseconds: entry.due), from: entry.client)
    }
  }

  /// A TCP client is gone.
  public func disconnected(_ client: ScsynthClient) { notified.remove(client) }
}
