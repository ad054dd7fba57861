import OSC
import OSCTransport

/// A server that sends every packet back, and shows the test what came.
struct ProbedServer {
  struct Arrival: Sendable {
    let result: Result<OSCPacket, OSCDecodingError>
    let peer: OSCPeer
  }

  let server: OSCServer
  let log: LogLines
  let arrivals: AsyncStream<Arrival>
  let departures: AsyncStream<OSCPeer>

  static func start(
    addresses: [String] = OSCServer.loopback, port: Int = 0, udp: Bool = true, tcp: Bool = true, echoes: Bool = true
  ) async throws -> ProbedServer {
    let log = LogLines()
    let (arrivals, arrived) = AsyncStream.makeStream(of: Arrival.self)
    let (departures, departed) = AsyncStream.makeStream(of: OSCPeer.self)
    let server = try await OSCServer.start(
      addresses: addresses, port: port, udp: udp, tcp: tcp, logger: log.logger,
      onPacket: { result, peer in
        if echoes, case .success(let packet) = result { peer.send(packet) }
        arrived.yield(Arrival(result: result, peer: peer))
      }, onDisconnect: { departed.yield($0) })
    return ProbedServer(server: server, log: log, arrivals: arrivals, departures: departures)
  }

  var port: Int { server.port }

  func next() async throws -> Arrival {
    for await arrival in arrivals { return arrival }
    throw CancellationError()
  }

  func nextPacket() async throws -> OSCPacket { try await next().result.get() }
}
