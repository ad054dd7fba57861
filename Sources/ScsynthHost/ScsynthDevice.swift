import AudioIO
import DeviceKeeping
import Foundation
import JACKBackend
import ScsynthProtocol

/// The device that a server's options ask for.
enum ScsynthDevice {
  /// By what other programs know us, as scsynth does.
  static let clientName = "SuperCollider"

  struct Opened {
    var device: BackendChoice.Opened
    var request: StreamRequest
  }

  /// A running JACK, else PortAudio's device, else none. `SYRINX_BACKEND` names one.
  static func open(_ options: ScsynthOptions) throws(AudioError) -> Opened {
    let named = ProcessInfo.processInfo.environment["SYRINX_BACKEND"]
    var reasons: [String] = []
    if named == nil || named == "jack" {
      do throws(AudioError) { return try openJACK(options) } catch { reasons.append(error.description) }
    }
    if named == nil || named == "portaudio" {
      do throws(AudioError) { return try openPortAudio(options) } catch { reasons.append(error.description) }
    }
    if let named, named != "null" {
      throw AudioError("could not initialize audio: \(reasons.joined(separator: "; "))")
    }
    var request = request(options)
    if options.sampleRate > 0 { request.sampleRate = Double(options.sampleRate) }
    let backend = NullBackend()
    let warning = named == nil ? "nothing will be heard: \(reasons.joined(separator: "; "))" : nil
    return Opened(
      device: BackendChoice.Opened(backend: backend, stream: try backend.open(request), warning: warning),
      request: request)
  }

  private static func request(_ options: ScsynthOptions) -> StreamRequest {
    var request = StreamRequest(
      outputChannels: max(1, options.outputs), inputChannels: max(0, options.inputs), clientName: clientName)
    if options.hardwareFrames > 0 { request.blockFrames = options.hardwareFrames }
    return request
  }

  /// `-H` is `client` or `server:client`. The rate is JACK's, whatever `-S` says. What it is connected to, two variables of
  /// the environment tell, as they tell scsynth.
  private static func openJACK(_ options: ScsynthOptions) throws(AudioError) -> Opened {
    var request = request(options)
    request.blockFrames = nil
    let parts = (options.inputDevice ?? "").split(separator: ":", omittingEmptySubsequences: false)
    let server = parts.count > 1 && !parts[0].isEmpty ? String(parts[0]) : nil
    if let client = parts.last, !client.isEmpty { request.clientName = String(client) }
    let environment = ProcessInfo.processInfo.environment
    let connections = JACKConnections.named(
      outputs: environment["SC_JACK_DEFAULT_OUTPUTS"], inputs: environment["SC_JACK_DEFAULT_INPUTS"])
    let backend = JACKBackend(serverName: server, connections: connections)
    return Opened(
      device: BackendChoice.Opened(backend: backend, stream: try backend.open(request), warning: nil), request: request)
  }

  /// As many channels as the device has; the others are not heard.
  private static func openPortAudio(_ options: ScsynthOptions) throws(AudioError) -> Opened {
    let backend = BackendChoice.backend(named: "portaudio")
    let devices = try backend.devices()
    let name = options.outputDevice ?? ""
    let device = name.isEmpty ? devices.first(where: \.isDefault) : devices.first { $0.name.contains(name) }
    guard let device, device.outputChannels > 0 else { throw AudioError("no sound device was found") }
    var request = request(options)
    request.outputChannels = min(request.outputChannels, device.outputChannels)
    request.inputChannels = min(request.inputChannels, device.inputChannels)
    if !name.isEmpty { request.device = .index(device.index) }
    if options.sampleRate > 0 { request.sampleRate = Double(options.sampleRate) }
    return Opened(
      device: BackendChoice.Opened(backend: backend, stream: try backend.open(request), warning: nil), request: request)
  }
}
