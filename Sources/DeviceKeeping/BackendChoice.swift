public import AudioIO
import JACKBackend
import PortAudioBackend

/// Which backend plays: the one asked for, else the best that there is.
public struct BackendChoice {
  public static let names = ["jack", "portaudio", "null"]

  /// An open device, with what a person should be told about it.
  public struct Opened {
    public var backend: any AudioBackend
    public var stream: any AudioStream
    /// Set when nothing will be heard.
    public var warning: String?

    public init(backend: any AudioBackend, stream: any AudioStream, warning: String?) {
      self.backend = backend
      self.stream = stream
      self.warning = warning
    }
  }

  public static func backend(named name: String) -> any AudioBackend {
    switch name {
    case "jack": JACKBackend()
    case "portaudio": PortAudioBackend()
    default: NullBackend()
    }
  }

  /// Opens the backend asked for; without a name a running JACK, else PortAudio's default device, else none.
  public static func open(_ name: String?, _ request: StreamRequest) throws(AudioError) -> Opened {
    if let name {
      let backend = backend(named: name)
      return Opened(backend: backend, stream: try backend.open(request), warning: name == "null" ? silence("") : nil)
    }
    var reasons: [String] = []
    let jack = JACKBackend()
    if let devices = try? jack.devices(), !devices.isEmpty {
      do throws(AudioError) {
        return Opened(backend: jack, stream: try jack.open(request), warning: nil)
      } catch {
        reasons.append(error.description)
      }
    }
    let portAudio = PortAudioBackend()
    do throws(AudioError) {
      let devices = try portAudio.devices()
      if devices.contains(where: { $0.outputChannels > 0 }) {
        return Opened(backend: portAudio, stream: try portAudio.open(request), warning: nil)
      }
      reasons.append("no sound device was found")
    } catch {
      reasons.append(error.description)
    }
    // Who asked for a certain device wants that one or none.
    guard request.device == .standard else {
      throw AudioError(reasons.joined(separator: "; ") + " (`syrinx devices` lists what there is)")
    }
    let null = NullBackend()
    let warning = silence(reasons.joined(separator: "; ") + ". ")
    return Opened(backend: null, stream: try null.open(request), warning: warning)
  }

  private static func silence(_ reason: String) -> String {
    """
    nothing will be heard: \(reason)To get sound connect a device and see `syrinx devices`, or start JACK \
    (jackd -d alsa), or record to a file with --record mix.wav
    """
  }
}
