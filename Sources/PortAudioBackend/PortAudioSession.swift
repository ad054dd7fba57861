import AudioIO
import CPortAudio
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// PortAudio between its initialisation and its termination. The list of devices is as of the first open session.
final class PortAudioSession: Sendable {
  /// PortAudio takes one call at a time.
  static let lock = Mutex(())

  init() throws(AudioError) {
    let code = Self.lock.withLock { _ in
      QuietStandardError.during {
        QuietStandardError.silenceALSA()
        return Pa_Initialize()
      }
    }
    guard code == paNoError.rawValue else { throw Self.error("PortAudio does not start", code) }
  }

  deinit {
    Self.lock.withLock { _ in _ = QuietStandardError.during { Pa_Terminate() } }
  }

  var defaultOutputIndex: Int { Self.lock.withLock { _ in Int(Pa_GetDefaultOutputDevice()) } }

  func devices() -> [PortAudioDevice] {
    Self.lock.withLock { _ in (0..<max(0, Pa_GetDeviceCount())).compactMap { Self.describe($0) } }
  }

  /// Those of the usual rates that the device takes, or its default one when it takes none now.
  func sampleRates(of device: PortAudioDevice) -> [Double] {
    let isPlayer = device.outputChannels > 0
    var parameters = Self.parameters(
      device, channels: isPlayer ? min(2, device.outputChannels) : min(2, device.inputChannels),
      latency: isPlayer ? device.lowOutputLatency : device.lowInputLatency)
    let usual: [Double] = [8000, 11025, 16000, 22050, 32000, 44100, 48000, 88200, 96000, 176_400, 192_000]
    let taken = Self.lock.withLock { _ in
      usual.filter { rate in
        (isPlayer ? Pa_IsFormatSupported(nil, &parameters, rate) : Pa_IsFormatSupported(&parameters, nil, rate)) == 0
      }
    }
    return taken.isEmpty ? [device.defaultSampleRate] : taken
  }

  /// The device itself when it has inputs, else the default input of its host API.
  func input(for device: PortAudioDevice, among devices: [PortAudioDevice]) -> PortAudioDevice? {
    if device.inputChannels > 0 { return device }
    let index = Self.lock.withLock { _ -> Int in
      guard let info = Pa_GetDeviceInfo(PaDeviceIndex(device.index)),
        let api = Pa_GetHostApiInfo(info.pointee.hostApi)
      else { return -1 }
      return Int(api.pointee.defaultInputDevice)
    }
    return devices.first { $0.index == index && $0.inputChannels > 0 }
  }

  static func parameters(_ device: PortAudioDevice, channels: Int, latency: Double) -> PaStreamParameters {
    PaStreamParameters(
      device: PaDeviceIndex(device.index), channelCount: Int32(channels), sampleFormat: syrinx_planar_floats(),
      suggestedLatency: latency, hostApiSpecificStreamInfo: nil)
  }

  static func error(_ what: String, _ code: PaError) -> AudioError {
    var words = Pa_GetErrorText(code).map { String(cString: $0) } ?? "error \(code)"
    if code == paUnanticipatedHostError.rawValue, let host = Pa_GetLastHostErrorInfo(),
      let text = host.pointee.errorText
    {
      words += ": \(String(cString: text))"
    }
    return AudioError("\(what) (\(words))")
  }

  private static func describe(_ index: PaDeviceIndex) -> PortAudioDevice? {
    guard let info = Pa_GetDeviceInfo(index)?.pointee, let name = info.name else { return nil }
    let api = Pa_GetHostApiInfo(info.hostApi)?.pointee
    let isJACK = api?.type == paJACK
    guard !isJACK || !PortAudioBridge.isBroken else { return nil }
    return PortAudioDevice(
      index: Int(index), name: String(cString: name),
      hostAPI: api?.name.map { String(cString: $0) } ?? "unknown host API", isJACK: isJACK,
      inputChannels: Int(info.maxInputChannels), outputChannels: Int(info.maxOutputChannels),
      defaultSampleRate: info.defaultSampleRate, lowInputLatency: info.defaultLowInputLatency,
      lowOutputLatency: info.defaultLowOutputLatency)
  }
}
