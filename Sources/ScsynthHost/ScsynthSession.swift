import AudioIO
import Control
import DeviceKeeping
import Dispatch
import Foundation
import Logging
import OSC
import OSCTransport
import RealTime
import Render
import ScsynthProtocol
import Synchronization

/// A running scsynth: the device, the engine, the door and the sockets, put together.
actor ScsynthSession {
  private let thread: ControlThread
  private let server: ScsynthServer
  private let keeper: DeviceKeeper
  private let fitting: ChannelFitting
  private let shared: SharedInterface?
  private let options: ScsynthOptions
  private let log: Logger
  private let ending = SessionEnding()
  private var timer: ControlTimer?
  private var sockets: [OSCServer] = []

  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  init(_ options: ScsynthOptions, print: @escaping @Sendable (String) -> Void) throws {
    self.options = options
    var log = Logger(label: "scsynth") { label in StreamLogHandler.standardError(label: label) }
    log.logLevel = options.verbosity > 0 ? .debug : options.verbosity < -1 ? .critical : .warning
    self.log = log
    if options.locksMemory { MemoryLock.lock { print($0) } }
    let opened = try ScsynthDevice.open(options)
    let format = opened.device.stream.format
    if let warning = opened.device.warning { log.warning("\(warning)") }
    var configuration = RenderConfiguration(
      sampleRate: format.sampleRate, outputChannels: options.outputs, inputChannels: options.inputs)
    configuration.audioBuses = options.audioBuses
    configuration.controlBuses = options.controlBuses
    configuration.buffers = options.buffers
    shared = SharedInterface(controlBuses: options.controlBuses) { log.warning("\($0)") }
    configuration.controlBusMemory = UInt(bitPattern: shared?.controlBuses)
    configuration.scopes = shared?.scopes
    configuration.randomGenerators = options.randomSeeds
    configuration.isSampleAccurate = options.isSampleAccurate
    let engine = try EngineControl(configuration)
    let wake = WakeCall()
    let clocks = ScsynthClocks(
      now: { Int64(bitPattern: MonotonicClock.nanoseconds) }, wallClock: { OSCTimeTag.now })
    server = ScsynthServer(
      engine: engine, options: options, worker: ScsynthWorker(.background) { wake.call() }, clocks: clocks,
      print: print)
    server.lookaheadSeconds = 0.02 + 2 * Double(max(64, format.blockFrames)) / format.sampleRate
    fitting = ChannelFitting(
      engine.renderer, outputs: options.outputs, inputs: options.inputs, deviceOutputs: format.outputChannels,
      deviceInputs: format.inputChannels)
    keeper = DeviceKeeper(opened.device, request: opened.request, renderer: fitting.renderer, log: log)
    thread = ControlThread(name: "syrinx.scsynth")
    if options.verbosity >= 0 {
      print(
        "SC_AudioDriver: sample rate = \(String(format: "%f", format.sampleRate)), driver's block size = "
          + "\(format.blockFrames)")
    }
    let ending = ending
    server.onQuit = { ending.end() }
    wake.set { [weak self, thread] in
      thread.run { [weak self] in self?.assumeIsolated { $0.poll() } }
    }
  }

  private func poll() { server.poll() }

  /// Takes in the user's definitions, begins to play, and opens the sockets.
  func start() async throws {
    if options.loadsSynthDefs { server.loadStandardDefinitions() }
    try keeper.start()
    do {
      if let port = options.udpPort { sockets.append(try await listen(port, udp: true)) }
      if let port = options.tcpPort { sockets.append(try await listen(port, udp: false)) }
    } catch {
      await stop()
      throw error
    }
    // By the UDP port, else by TCP's, as clients look for it.
    if let port = sockets.first?.port, let shared, !shared.publish(port: port) {
      log.warning("control buses and scopes cannot be shared with clients")
    }
    timer = thread.every(milliseconds: 2) { [weak self] in
      self?.assumeIsolated { $0.poll() }
    }
  }

  private func listen(_ port: Int, udp: Bool) async throws -> OSCServer {
    try await OSCServer.start(
      addresses: [options.bindAddress], port: port, udp: udp, tcp: !udp, password: udp ? "" : options.password,
      allowsBareAddresses: true, maxConnections: udp ? nil : max(1, options.maxLogins), logger: log,
      onPacket: { [weak self, thread] result, peer in
        thread.run { [weak self] in self?.assumeIsolated { $0.receive(result, from: peer) } }
      },
      onDisconnect: { [weak self, thread] peer in
        thread.run { [weak self] in self?.assumeIsolated { $0.server.disconnected(Self.client(peer)) } }
      })
  }

  private func receive(_ result: Result<OSCPacket, OSCDecodingError>, from peer: OSCPeer) {
    switch result {
    case .success(let packet):
      server.receive(packet, from: Self.client(peer))
      server.poll()
    case .failure(let error): server.receive(malformed: "\(error)", from: Self.client(peer))
    }
  }

  private static func client(_ peer: OSCPeer) -> ScsynthClient { ScsynthClient("\(peer)") { peer.send($0) } }

  /// Returns when a client or a signal wants it to end.
  nonisolated func waitForEnd() async { await ending.wait() }

  /// What synths still record comes into its files, unless the device has stopped.
  private func endStreams() async {
    var isDone = false
    server.endStreams { isDone = true }
    let deadline = ContinuousClock.now + .seconds(1)
    while !isDone, ContinuousClock.now < deadline {
      try? await Task.sleep(for: .milliseconds(2))
      server.poll()
    }
  }

  func stop() async {
    // What has been answered goes out first.
    try? await Task.sleep(for: .milliseconds(20))
    for socket in sockets { await socket.stop() }
    sockets = []
    await endStreams()
    timer = nil
    keeper.stop()
  }
}
