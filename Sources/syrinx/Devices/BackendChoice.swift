import AudioIO
import JACKBackend
import PortAudioBackend

/// Which backend plays: the one asked for, else the best that there is.
struct BackendChoice {
  static let names = ["jack", "portaudio", "null"]

  /// An open device, with what a person should be told about it.
  struct Opened {
    var backend: any AudioBackend
    var stream: any AudioStream
    /// Set when nothing will be heard.
    var warning: String?
  }

  static func backend(named name: String) -> any AudioBackend {
    switch name {
    case "jack": JACKBackend()
    case "portaudio": PortAudioBackend()
    default: NullBackend()
    }
  }

  /// Opens the backend asked for; without a name a running JACK, else PortAudio's default device, else none.
  static func open(_ name: String?, _ request: StreamRequest) throws(AudioError) -> Opened {
    if let name {
      let backend = backend(named: name)
      return Opened(backend: backend, stream: try backend.open(request), warning: name == "null" ? silence("") : nil)
    }
    let jack = JACKBackend()
    if let devices = try? jack.devices(), !devices.isEmpty, let stream = try? jack.open(request) {
      return Opened(backend: jack, stream: stream, warning: nil)
    }
    let portAudio = PortAudioBackend()
    do throws(AudioError) {
      let devices = try portAudio.devices()
      if devices.contains(where: { $0.outputChannels > 0 }) {
        return Opened(backend: portAudio, stream: try portAudio.open(request), warning: nil)
      }
      if request.device != .standard {
        throw AudioError("there is no such device, for there is no sound device at all (see `syrinx devices`)")
      }
    } catch {
      // Who asked for a certain device wants that one or none.
      if request.device != .standard { throw error }
    }
    let null = NullBackend()
    return Opened(
      backend: null, stream: try null.open(request), warning: silence("no sound device was found. "))
  }

  private static func silence(_ reason: String) -> String {
    """
    nothing will be heard: \(reason)To get sound connect a device and see `syrinx devices`, or start JACK \
    (jackd -d alsa), or record to a file with --record mix.wav
    """
  }
}
