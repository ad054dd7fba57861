import AudioIO
import CPortAudio
import CRealTime
import Synchronization

/// Opens a device with what it has of the channels that were asked for.
struct PortAudioOpening {
  var device: PortAudioDevice
  /// Where input would come from.
  var input: PortAudioDevice?
  var sampleRate: Double
  var request: StreamRequest

  func open(
    _ cycle: UnsafeMutablePointer<PortAudioCycle>
  ) throws(AudioError) -> (UnsafeMutableRawPointer, StreamFormat) {
    let (opened, code) = PortAudioSession.lock.withLock { _ in
      let (opened, code) = attempt(cycle)
      return (Opened(stream: opened?.stream, format: opened?.format), code)
    }
    if let stream = opened.stream, let format = opened.format { return (stream, format) }
    if code == paInvalidSampleRate.rawValue {
      throw AudioError(
        "\(device.fullName) does not run at \(sampleRate) Hz; its own rate is \(device.defaultSampleRate) Hz, and "
          + "“syrinx devices” lists the others")
    }
    throw PortAudioSession.error("\(device.fullName) does not open", code)
  }

  private struct Opened: @unchecked Sendable {
    // Unchecked: the stream's pointer leaves the lock with its only owner.
    var stream: UnsafeMutableRawPointer?
    var format: StreamFormat?
  }

  /// First with input, then, since output matters more, without; each with the wished channels, then with others.
  private func attempt(_ cycle: UnsafeMutablePointer<PortAudioCycle>) -> (Opened?, PaError) {
    let wished = min(request.outputChannels, device.outputChannels)
    var outputCounts = [wished]
    for count in [2, device.outputChannels] where count > wished && count <= device.outputChannels {
      outputCounts.append(count)
    }
    let inputs = request.inputChannels > 0 && input != nil ? [input, nil] : [nil]
    var code = PaError(paInternalError.rawValue)
    for input in inputs {
      for count in outputCounts {
        var stream: UnsafeMutableRawPointer?
        code = open(&stream, outputs: count, input: input, cycle)
        if code == paNoError.rawValue, let stream {
          Pa_SetStreamFinishedCallback(stream) { argument in
            guard let cycle = argument?.assumingMemoryBound(to: PortAudioCycle.self) else { return }
            syrinx_store_release(cycle.pointee.isFinished, 1)
          }
          return (Opened(stream: stream, format: format(of: stream, outputs: count, input: input)), code)
        }
        guard code == paInvalidChannelCount.rawValue else { break }
      }
    }
    return (nil, code)
  }

  private func open(
    _ stream: inout UnsafeMutableRawPointer?, outputs: Int, input: PortAudioDevice?,
    _ cycle: UnsafeMutablePointer<PortAudioCycle>
  ) -> PaError {
    guard let input else { return open(&stream, capture: nil, outputs: outputs, cycle) }
    var capture = PortAudioSession.parameters(
      input, channels: inputCount(input), latency: max(input.lowInputLatency, 2 * blockSeconds))
    return open(&stream, capture: &capture, outputs: outputs, cycle)
  }

  private func open(
    _ stream: inout UnsafeMutableRawPointer?, capture: UnsafePointer<PaStreamParameters>?, outputs: Int,
    _ cycle: UnsafeMutablePointer<PortAudioCycle>
  ) -> PaError {
    var output = PortAudioSession.parameters(
      device, channels: outputs, latency: max(device.lowOutputLatency, 2 * blockSeconds))
    // 0 frames leave the block to the device.
    return Pa_OpenStream(
      &stream, capture, &output, sampleRate, UInt(request.blockFrames ?? 0), 0,
      { input, output, frames, _, flags, argument in
        argument?.assumingMemoryBound(to: PortAudioCycle.self).pointee
          .process(input, output, frames: Int(frames), flags: flags)
        return Int32(paContinue.rawValue)
      }, cycle)
  }

  private var blockSeconds: Double { Double(request.blockFrames ?? 0) / sampleRate }

  private func inputCount(_ input: PortAudioDevice?) -> Int {
    input.map { min(request.inputChannels, $0.inputChannels) } ?? 0
  }

  private func format(of stream: UnsafeMutableRawPointer, outputs: Int, input: PortAudioDevice?) -> StreamFormat {
    let info = Pa_GetStreamInfo(stream)?.pointee
    return StreamFormat(
      deviceName: device.fullName, sampleRate: info?.sampleRate ?? sampleRate, blockFrames: request.blockFrames ?? 0,
      outputChannels: outputs, inputChannels: inputCount(input),
      outputLatencySeconds: info?.outputLatency ?? device.lowOutputLatency)
  }
}
