#if os(Linux)
import AudioIO
import Control
import Foundation
import JACKBackend
import Logging
import OSC
import OSCTransport
import RealTime
import Render
import StemProtocol
import Synchronization

/// A server with four decks on a JACK device, reached by sockets, with the allocations of its audio thread counted.
@MainActor
final class SoakServer {
  private final class Arrivals: Sendable {
    let packets = Mutex<[(OSCPacket, OSCPeer)]>([])
  }

  let port: Int
  let engine: EngineControl
  let stems: StemServer
  private let stream: any AudioStream
  private let transport: OSCServer
  private let arrivals: Arrivals

  init() async throws {
    let log = Logger(label: "soak", factory: { _ in SwiftLogNoOpLogHandler() })
    stream = try JACKBackend().open(StreamRequest(outputChannels: 4))
    let format = stream.format
    var configuration = RenderConfiguration(sampleRate: format.sampleRate, outputChannels: format.outputChannels)
    configuration.watchesSteps = true
    engine = try EngineControl(configuration)
    let timebase = StemTimebase(
      hostNanoseconds: { _ in Int64(MonotonicClock.nanoseconds) },
      wallClock: { _ in OSCTimeTag(secondsSince1970: Date().timeIntervalSince1970) })
    stems = try StemServer(
      engine: engine, decks: 4, routes: OutputRoutes.parsed("master=1-2,cue=3-4").get(), timebase: timebase, log: log)
    let arrivals = Arrivals()
    self.arrivals = arrivals
    transport = try await OSCServer.start(
      addresses: ["127.0.0.1"], port: 0, logger: log,
      onPacket: { result, peer in
        if case .success(let packet) = result { arrivals.packets.withLock { $0.append((packet, peer)) } }
      })
    port = transport.port
    stems.measureLoudness()
    try stream.start(CountedRenderer.around(engine.renderer)) { print("lost-device 1 \($0)") }
  }

  var xruns: Int { stream.xruns }

  /// Serves until the client is done.
  func run(until isDone: () -> Bool) async throws {
    while !isDone() {
      let packets = arrivals.packets.withLock { packets in
        defer { packets = [] }
        return packets
      }
      for (packet, peer) in packets {
        stems.receive(packet, from: StemClient("\(peer)", isConnected: peer.transport == .tcp) { peer.send($0) })
      }
      stems.poll()
      try await Task.sleep(for: .milliseconds(4))
    }
  }

  func stop() async {
    stream.stop()
    await transport.stop()
  }
}
#endif
