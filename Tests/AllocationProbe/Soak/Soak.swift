#if os(Linux)
import Control
import Foundation
import Render
import Synchronization

/// Everything at once for so long, on the JACK server that JACK_DEFAULT_SERVER names.
///
/// An xrun is ours when the render itself took more of a processor than the time that it rendered (`overruns`); one that
/// the device reports while the render was quick enough is the machine's, which gave the processor to others. So is one for
/// which a single step of a block, a node, say, took a thousand times what it takes (`standstills`): a machine that is a guest
/// of another is stopped at times, and counts the time as its own.
enum Soak {
  @MainActor
  static func run(seconds: Double) async throws {
    let server = try await SoakServer()
    let client = try SoakClient(port: server.port)
    let playing = Task { try await client.run(seconds: seconds) }
    try await server.run { client.isDone.load(ordering: .acquiring) }
    try await playing.value
    let telemetry = server.engine.memory.telemetry
    let census = Census.now
    let frames = Int(server.engine.position)
    let busy = Int(Double(telemetry.busyNanoseconds) * 1e-7 / (Double(frames) / server.engine.sampleRate))
    var counts = client.results.withLock { $0 }
    counts["audio-allocations"] = census.allocations
    counts["audio-frees"] = census.frees
    counts["audio-frames"] = frames
    counts["own-xruns"] = telemetry.overruns
    counts["standstills"] = telemetry.standstills
    counts["device-xruns"] = server.xruns
    counts["busy-percent"] = busy
    await server.stop()
    for (name, count) in counts.sorted(by: { $0.key < $1.key }) { print(name, count) }
  }
}
#endif
