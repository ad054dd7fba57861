public import AudioIO
import CPortAudio

/// The system's sound cards, through PortAudio.
public struct PortAudioBackend: AudioBackend {
  public let name = "portaudio"

  public init() {}

  /// Every device of every host API, input-only ones too; their rates are tried one by one.
  public func devices() throws(AudioError) -> [AudioDevice] {
    let session = try PortAudioSession()
    return session.devices().map { device in
      AudioDevice(
        backend: name, index: device.index, name: device.fullName, inputChannels: device.inputChannels,
        outputChannels: device.outputChannels, defaultSampleRate: device.defaultSampleRate,
        sampleRates: session.sampleRates(of: device), outputLatencySeconds: device.lowOutputLatency,
        isDefault: device.index == session.defaultOutputIndex)
    }
  }

  /// A device with fewer channels than asked for is opened with those it has; input that cannot be opened at the
  /// output's rate is left out. The stream's format tells both.
  public func open(_ request: StreamRequest) throws(AudioError) -> any AudioStream {
    guard (1...1024).contains(request.outputChannels), (0...1024).contains(request.inputChannels),
      (1...65536).contains(request.blockFrames ?? 64)
    else {
      throw AudioError(
        "PortAudio takes 1 to 1024 output channels, up to 1024 input channels and blocks of 1 to 65536 frames, not "
          + "\(request.outputChannels), \(request.inputChannels) and \(request.blockFrames ?? 0)")
    }
    let session = try PortAudioSession()
    let devices = session.devices()
    let device = try PortAudioDevice.chosen(by: request.device, from: devices, standard: session.defaultOutputIndex)
    let rate = request.sampleRate ?? device.defaultSampleRate
    guard rate.isFinite, rate > 0 else { throw AudioError("\(rate) Hz is no sample rate") }
    return try PortAudioStream(
      session: session, device: device, input: session.input(for: device, among: devices), sampleRate: rate,
      request: request)
  }
}
