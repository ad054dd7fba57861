import AudioIO
import Control
import DeviceKeeping
import Foundation
import KeyLock
import Logging
import OSC
import OSCTransport
import RealTime
import Render
import ScsynthHost
import ScsynthProtocol
import SoundFiles
import StemProtocol
import Synchronization

/// A running server: the device, the engine, the stem door and the sockets, put together.
actor LiveSession {
  private let thread: ControlThread
  private let stems: StemServer
  /// The door for SuperCollider's clients, on the same tree.
  private let scsynth: ScsynthServer
  /// What that door's clients look into; it outlives the engine.
  private let shared: SharedInterface?
  private let keeper: DeviceKeeper
  private let log: Logger
  /// Set when nothing will be heard.
  nonisolated let warning: String?
  private var isStarted = false
  private var timer: ControlTimer?
  private var transport: OSCServer?
  private var scsynthTransport: OSCServer?
  nonisolated let format: StreamFormat
  nonisolated let backendName: String
  nonisolated let unitsBuild: String

  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  /// The fade at the end, in seconds.
  static let fadeSeconds = 0.25

  init(
    device: DeviceOptions, decks: Int, tempo: Double = StemServer.standardTempo,
    interpolation: Interpolation = .standard, limiter: MasterLimiter = .soft, keyLock: KeyLockEngine = .r3,
    buffers: BufferPolicy = BufferPolicy(), sharesBuses: Bool = false, log: Logger
  ) throws {
    let routes = device.routes
    let opened = try BackendChoice.open(device.backend, device.request)
    let format = opened.stream.format
    if let routes, routes.channels > format.outputChannels {
      log.warning(
        "\(format.deviceName) has \(format.outputChannels) channels: what --outputs sends to others is not heard")
    }
    var configuration = RenderConfiguration(
      sampleRate: format.sampleRate, outputChannels: format.outputChannels)
    shared =
      sharesBuses
      ? SharedInterface(controlBuses: configuration.controlBuses) { log.warning("\($0)") } : nil
    configuration.controlBusMemory = UInt(bitPattern: shared?.controlBuses)
    configuration.scopes = shared?.scopes
    let engine = try EngineControl(configuration)
    let wake = Wake()
    let stems = try StemServer(
      engine: engine, decks: decks, tempo: tempo, readers: max(1, ProcessInfo.processInfo.activeProcessorCount - 1),
      routes: routes, limiter: limiter, keyLock: keyLock,
      keyLockLookahead: 0.05 + 2 * Double(max(64, format.blockFrames)) / format.sampleRate,
      timebase: WallClock.timebase, log: log, wake: { wake.call() })
    stems.policy = buffers
    stems.lookaheadSeconds = 0.05 + 3 * Double(max(64, format.blockFrames)) / format.sampleRate
    let keeper = DeviceKeeper(opened, request: device.request, renderer: engine.renderer, log: log)
    stems.interpolation = interpolation
    stems.xruns = { keeper.xruns }
    stems.whenRouted = { keeper.nameOutputs($0) }
    scsynth = Self.makeScsynth(engine, log, wake)
    thread = ControlThread()
    self.format = format
    self.keeper = keeper
    self.log = log
    warning = opened.warning
    backendName = opened.backend.name
    unitsBuild = engine.units.build
    self.stems = stems
    wake.set { [weak self, thread] in
      thread.run { [weak self] in self?.assumeIsolated { $0.poll() } }
    }
  }

  private static func makeScsynth(_ engine: EngineControl, _ log: Logger, _ wake: Wake) -> ScsynthServer {
    var options = ScsynthOptions()
    options.controlBuses = engine.memory.configuration.controlBuses
    options.audioBuses = engine.memory.configuration.audioBuses
    options.outputs = engine.memory.configuration.outputChannels
    options.inputs = engine.memory.configuration.inputChannels
    // The upper half of the buffers is the stems'.
    options.buffers = engine.memory.configuration.buffers / 2
    options.isGuest = true
    return ScsynthServer(
      engine: engine, options: options, worker: ScsynthWorker(.background) { wake.call() },
      clocks: ScsynthClocks(
        now: { Int64(bitPattern: MonotonicClock.nanoseconds) }, wallClock: { WallClock.now }),
      print: { log.info("\($0)", metadata: ["door": "scsynth"]) })
  }

  private func poll() {
    stems.poll()
    scsynth.poll()
  }

  /// Opens the sockets, then begins to record and to play: while another program holds the port nothing is touched.
  ///
  /// - Returns: the port.
  /// - Throws: an `OSCTransportError` when the port is in use, or why there is no recording or no sound.
  func start(_ options: ServerOptions) async throws -> Int {
    let server = try await OSCServer.start(
      addresses: options.addresses, port: options.port, logger: log,
      onPacket: { [weak self, thread] result, peer in
        thread.run { [weak self] in self?.assumeIsolated { $0.receive(result, from: peer) } }
      },
      onDisconnect: { [weak self, thread] peer in
        thread.run { [weak self] in self?.assumeIsolated { $0.stems.disconnected("\(peer)") } }
      })
    // A file that may grow no more is an error of that file, not the end of the program.
    signal(SIGXFSZ, SIG_IGN)
    do {
      if let path = options.record { try stems.record(to: path) }
      stems.recordingFolder = options.recordings
      stems.measureLoudness()
      try keeper.start()
    } catch {
      await server.stop()
      throw error
    }
    transport = server
    await openScsynth(options)
    isStarted = true
    timer = thread.every(milliseconds: 4) { [weak self] in
      self?.assumeIsolated { $0.poll() }
    }
    log.info("units: \(unitsBuild)")
    if stems.latencyFrames > 0 {
      log.info("the limiter looks \(stems.latencyFrames) frames ahead: by so much the master is late")
    }
    if let warning { log.warning("\(warning)") }
    return server.port
  }

  /// While another scsynth has the port, SuperCollider's clients talk to that one.
  private func openScsynth(_ options: ServerOptions) async {
    guard let port = options.openScsynthPort else { return }
    do throws(OSCTransportError) {
      scsynthTransport = try await OSCServer.start(
        addresses: options.addresses, port: port, allowsBareAddresses: true, logger: log,
        onPacket: { [weak self, thread] result, peer in
          thread.run { [weak self] in self?.assumeIsolated { $0.receiveForScsynth(result, from: peer) } }
        },
        onDisconnect: { [weak self, thread] peer in
          thread.run { [weak self] in
            self?.assumeIsolated { $0.scsynth.disconnected(ScsynthClient("\(peer)") { _ in }) }
          }
        })
      let port = scsynthTransport?.port ?? port
      log.info("SuperCollider's clients are heard on port \(port)")
      if let shared, !shared.publish(port: port) {
        log.warning("control buses and scopes cannot be shared with SuperCollider's clients")
      }
    } catch {
      log.notice("SuperCollider's clients are not heard: \(error)")
    }
  }

  private func receiveForScsynth(_ result: Result<OSCPacket, OSCDecodingError>, from peer: OSCPeer) {
    let client = ScsynthClient("\(peer)") { peer.send($0) }
    switch result {
    case .success(let packet):
      scsynth.receive(packet, from: client)
      scsynth.poll()
    case .failure(let error): scsynth.receive(malformed: "\(error)", from: client)
    }
  }

  private func receive(_ result: Result<OSCPacket, OSCDecodingError>, from peer: OSCPeer) {
    let client = StemClient("\(peer)", isConnected: peer.transport == .tcp) { peer.send($0) }
    switch result {
    case .success(let packet): stems.receive(packet, from: client)
    case .failure(let error): stems.receive(malformed: "\(error)", from: client)
    }
  }

  /// Fades out, ends the recordings, closes the sockets and the device.
  func stop() async {
    guard isStarted else { return keeper.stop() }
    await transport?.stop()
    await scsynthTransport?.stop()
    stems.fadeOut(seconds: Self.fadeSeconds)
    let frames = Int64((Self.fadeSeconds + format.outputLatencySeconds) * format.sampleRate) + 1024
    await waitForFrames(frames)
    await endRecordings()
    await endStreams()
    timer = nil
    keeper.stop()
  }

  /// Waits until so many frames have been rendered, or the device has clearly stopped asking for them.
  private func waitForFrames(_ frames: Int64) async {
    let end = stems.engine.position + frames
    let deadline = ContinuousClock.now + .seconds(2)
    while stems.engine.position < end, ContinuousClock.now < deadline {
      try? await Task.sleep(for: .milliseconds(5))
    }
  }

  /// What synths of SuperCollider's clients still record comes into its files, unless the device has stopped.
  private func endStreams() async {
    var isDone = false
    scsynth.endStreams { isDone = true }
    let deadline = ContinuousClock.now + .seconds(1)
    while !isDone, ContinuousClock.now < deadline {
      try? await Task.sleep(for: .milliseconds(2))
      poll()
    }
  }

  private func endRecordings() async {
    await withCheckedContinuation { continuation in stems.endRecordings { continuation.resume() } }
  }
}
