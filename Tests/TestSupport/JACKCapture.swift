import CJACK
import Foundation

/// A JACK client that records what other clients play into it.
public final class JACKCapture: @unchecked Sendable {
  // Unchecked: the tape belongs to JACK's thread until it is full, and to the test from then on.

  private struct Tape {
    var ports: UnsafeMutablePointer<OpaquePointer?>
    var samples: UnsafeMutablePointer<UnsafeMutablePointer<Float>>
    var channels: Int
    var capacity: Int
    var recorded = 0
    var isFull: Unmanaged<DispatchSemaphore>
  }

  public let name: String
  private let client: OpaquePointer
  private let tape: UnsafeMutablePointer<Tape>
  private let isFull = DispatchSemaphore(value: 0)
  private let channels: Int
  private let frames: Int

  /// Records from the first cycle on, until it has `frames` frames of each channel.
  public init(server: DummyJACKServer, channels: Int, frames: Int) throws {
    guard let client = syrinx_jack_client_open("capture", nil, server.name) else {
      throw JACKServerFailure(description: "no client on \(server.name)")
    }
    self.client = client
    self.channels = channels
    self.frames = frames
    name = String(cString: jack_get_client_name(client))
    let ports = UnsafeMutablePointer<OpaquePointer?>.allocate(capacity: channels)
    let samples = UnsafeMutablePointer<UnsafeMutablePointer<Float>>.allocate(capacity: channels)
    for channel in 0..<channels {
      let flags = UInt(JackPortIsInput.rawValue)
      ports[channel] = jack_port_register(client, "in_\(channel + 1)", JACK_DEFAULT_AUDIO_TYPE, flags, 0)
      samples[channel] = .allocate(capacity: frames)
      samples[channel].initialize(repeating: 0, count: frames)
    }
    tape = .allocate(capacity: 1)
    tape.initialize(
      to: Tape(
        ports: ports, samples: samples, channels: channels, capacity: frames,
        isFull: Unmanaged.passUnretained(isFull)))
    jack_set_process_callback(
      client,
      { frames, argument in
        if let argument { JACKCapture.record(argument.assumingMemoryBound(to: Tape.self), Int(frames)) }
        return 0
      }, tape)
    jack_activate(client)
  }

  deinit {
    jack_deactivate(client)
    jack_client_close(client)
    for channel in 0..<channels { tape.pointee.samples[channel].deallocate() }
    tape.pointee.samples.deallocate()
    tape.pointee.ports.deallocate()
    tape.deallocate()
  }

  /// Connects the ports `out_1`… of another client. False when one could not be connected.
  public func connect(from other: String) -> Bool {
    (1...channels).allSatisfy { jack_connect(client, "\(other):out_\($0)", "\(name):in_\($0)") == 0 }
  }

  /// Connects any two ports.
  public func connect(_ output: String, _ input: String) -> Bool { jack_connect(client, output, input) == 0 }

  /// The ports that one of the server's ports is connected to.
  public func connections(of port: String) -> [String] {
    guard let pointer = jack_port_by_name(client, port), let names = jack_port_get_all_connections(client, pointer)
    else { return [] }
    defer { jack_free(names) }
    var found: [String] = []
    while let name = names[found.count] { found.append(String(cString: name)) }
    return found
  }

  /// Makes the server use another period.
  public func setPeriod(frames: Int) { jack_set_buffer_size(client, jack_nframes_t(frames)) }

  /// What was recorded, channel by channel, once the tape is full; nil when that takes more than a minute.
  public func recording() -> [[Float]]? {
    guard isFull.wait(timeout: .now() + 60) == .success else { return nil }
    isFull.signal()
    return (0..<channels).map { Array(UnsafeBufferPointer(start: tape.pointee.samples[$0], count: frames)) }
  }

  private static func record(_ tape: UnsafeMutablePointer<Tape>, _ frames: Int) {
    let count = min(frames, tape.pointee.capacity - tape.pointee.recorded)
    guard count > 0 else { return }
    for channel in 0..<tape.pointee.channels {
      guard let port = tape.pointee.ports[channel], let buffer = jack_port_get_buffer(port, jack_nframes_t(frames))
      else { return }
      let from = buffer.assumingMemoryBound(to: Float.self)
      (tape.pointee.samples[channel] + tape.pointee.recorded).update(from: from, count: count)
    }
    tape.pointee.recorded += count
    if tape.pointee.recorded == tape.pointee.capacity {
      tape.pointee.isFull._withUnsafeGuaranteedRef { _ = $0.signal() }
    }
  }
}
