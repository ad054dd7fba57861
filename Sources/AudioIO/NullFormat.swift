/// What a backend without hardware offers, and what it makes of a request.
struct NullFormat {
  var backend: String
  var deviceName: String
  var defaultBlockFrames: Int

  var device: AudioDevice {
    AudioDevice(
      backend: backend, index: 0, name: deviceName, inputChannels: 0, outputChannels: 2, defaultSampleRate: 44100,
      sampleRates: [], outputLatencySeconds: 0, isDefault: true)
  }

  func stream(for request: StreamRequest) throws(AudioError) -> StreamFormat {
    switch request.device {
    case .standard, .index(0): break
    case .index(let index):
      throw AudioError("the \(backend) backend has no device \(index), only 0, \(deviceName)")
    case .name(let name):
      guard deviceName.lowercased().contains(name.lowercased()) || name.lowercased() == backend else {
        throw AudioError("the \(backend) backend has no device “\(name)”, only 0, \(deviceName)")
      }
    }
    let rate = request.sampleRate ?? 44100
    guard rate >= 1000, rate <= 1_536_000 else {
      throw AudioError("\(rate) Hz is no sample rate for the \(backend) backend: take one from 1000 to 1536000")
    }
    let block = request.blockFrames ?? defaultBlockFrames
    guard (1...65536).contains(block) else {
      throw AudioError("\(block) frames are no block for the \(backend) backend: take 1 to 65536")
    }
    guard (1...1024).contains(request.outputChannels), (0...1024).contains(request.inputChannels) else {
      throw AudioError(
        "the \(backend) backend takes 1 to 1024 output channels and up to 1024 input channels, not "
          + "\(request.outputChannels) and \(request.inputChannels)")
    }
    return StreamFormat(
      deviceName: deviceName, sampleRate: rate, blockFrames: block, outputChannels: request.outputChannels,
      inputChannels: request.inputChannels, outputLatencySeconds: 0)
  }
}
