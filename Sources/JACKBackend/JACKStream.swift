public import AudioIO
import CJACK
import CRealTime
public import RealTime
import Synchronization

/// A client with ports `out_1`… or as the request names them, and `in_1`…, on a JACK server.
public final class JACKStream: AudioStream, @unchecked Sendable {
  // Unchecked: `phase` guards the calls of libjack; the cycle belongs to JACK's thread between `start` and `stop`.

  private enum Phase { case open, running, stopped }

  public let format: StreamFormat
  /// As other clients see it: JACK numbers a name that is taken.
  public let clientName: String

  private let phase = Mutex(Phase.open)
  /// Guarded by `phase`.
  private var outputNames: [String]
  private let outputPorts: [OpaquePointer]
  private var client: JACKClient?
  private let connections: JACKConnections
  private let cycle: UnsafeMutablePointer<JACKCycle>
  private let loss = JACKLoss()

  init(client: JACKClient, request: StreamRequest, connections: JACKConnections) throws(AudioError) {
    var outputs: [OpaquePointer] = []
    outputNames = (0..<request.outputChannels).map { channel in
      request.outputNames.indices.contains(channel) ? request.outputNames[channel] : "out_\(channel + 1)"
    }
    for name in outputNames { outputs.append(try client.registerPort(name, .playback)) }
    var inputs: [OpaquePointer] = []
    while inputs.count < request.inputChannels {
      inputs.append(try client.registerPort("in_\(inputs.count + 1)", .capture))
    }
    outputPorts = outputs
    clientName = client.name
    format = StreamFormat(
      deviceName: client.server.title, sampleRate: client.sampleRate, blockFrames: client.periodFrames,
      outputChannels: outputs.count, inputChannels: inputs.count, outputLatencySeconds: client.outputLatencySeconds)
    self.client = client
    self.connections = connections
    cycle = .allocate(capacity: 1)
    let silence = AudioRenderer(context: UnsafeMutableRawPointer(cycle)) { _, _, _, _, _ in }
    cycle.initialize(
      to: JACKCycle(
        renderer: silence, client: client.pointer, blockFrames: max(1, format.blockFrames), outputPorts: outputs,
        inputPorts: inputs))
    Self.setCallbacks(of: client.pointer, cycle, loss)
  }

  deinit {
    stop()
    cycle.pointee.deallocate()
    cycle.deallocate()
  }

  public var xruns: Int { Int(syrinx_load_relaxed(cycle.pointee.xruns)) }

  public func start(_ renderer: AudioRenderer, onLoss: @escaping @Sendable (String) -> Void) throws(AudioError) {
    let failure = phase.withLock { phase -> AudioError? in
      guard phase == .open, let client else { return AudioError("this JACK stream was started already") }
      if let reason = loss.reason { return AudioError(reason) }
      cycle.pointee.renderer = renderer
      cycle.pointee.clockOffset = JACKCycle.clockOffset()
      loss.arm(onLoss)
      guard jack_activate(client.pointer) == 0 else {
        loss.disarm()
        return AudioError(loss.reason ?? "\(client.server.title) does not activate the client \(clientName)")
      }
      phase = .running
      connect(client)
      return nil
    }
    if let failure { throw failure }
  }

  /// Connections stay.
  public func nameOutputs(_ names: [String]) {
    phase.withLock { phase in
      guard phase != .stopped, loss.reason == nil, let client else { return }
      let wanted = outputNames.indices.map { names.indices.contains($0) ? names[$0] : outputNames[$0] }
      // Two ports may not have one name, also not for a moment.
      for (channel, name) in wanted.enumerated() where name != outputNames[channel] {
        jack_port_rename(client.pointer, outputPorts[channel], "renamed_\(channel + 1)")
      }
      for (channel, name) in wanted.enumerated() where name != outputNames[channel] {
        jack_port_rename(client.pointer, outputPorts[channel], name)
      }
      outputNames = wanted
    }
  }

  public func stop() {
    loss.disarm()
    phase.withLock { phase in
      if phase == .running, let client, loss.reason == nil { jack_deactivate(client.pointer) }
      client = nil  // which closes it
      phase = .stopped
    }
  }

  /// Channel by channel. What cannot be connected is left to the user's patchbay.
  private func connect(_ client: JACKClient) {
    let ports = connections.ports(of: client, outputs: format.outputChannels, inputs: format.inputChannels)
    for (channel, port) in ports.outputs.enumerated() {
      jack_connect(client.pointer, "\(clientName):\(outputNames[min(channel, format.outputChannels - 1)])", port)
    }
    for (channel, port) in ports.inputs.enumerated() {
      jack_connect(client.pointer, port, "\(clientName):in_\(channel + 1)")
    }
  }

  private static func setCallbacks(
    of client: OpaquePointer, _ cycle: UnsafeMutablePointer<JACKCycle>, _ loss: JACKLoss
  ) {
    jack_set_thread_init_callback(client, { _ in syrinx_flush_denormals() }, nil)
    jack_set_process_callback(
      client,
      { frames, argument in
        argument?.assumingMemoryBound(to: JACKCycle.self).pointee.process(frames)
        return 0
      }, cycle)
    jack_set_xrun_callback(
      client,
      { argument in
        guard let xruns = argument?.assumingMemoryBound(to: Int64.self) else { return 0 }
        syrinx_store_relaxed(xruns, syrinx_load_relaxed(xruns) + 1)
        return 0
      }, cycle.pointee.xruns)
    jack_on_info_shutdown(
      client,
      { _, reason, argument in
        guard let argument else { return }
        let words = reason.map { String(cString: $0) } ?? ""
        let loss = Unmanaged<JACKLoss>.fromOpaque(argument).takeUnretainedValue()
        loss.signal("the JACK server is gone" + (words.isEmpty ? "" : " (\(words))"))
      }, Unmanaged.passUnretained(loss).toOpaque())
  }
}
