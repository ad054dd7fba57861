import ArgumentParser
import AudioIO
import DeviceKeeping
import StemProtocol

/// Which device, and how it is to run.
struct DeviceOptions: ParsableArguments {
  @Option(help: "The device: its index in `syrinx devices`, or its name or a part of it.")
  var device: String?

  @Option(help: "jack, portaudio or null; without it a running JACK, else PortAudio's default, else null.")
  var backend: String?

  @Option(help: "In hertz; without it the device's own.")
  var sampleRate: Double?

  @Option(help: "Frames that the device asks for at a time; without it the device's own.")
  var block: Int?

  @Option(
    help: ArgumentHelp(
      "Output channels: how many, or what plays on which, as in master=1-2,cue=3-4,A=5-6.",
      valueName: "number or routes"))
  var outputs: String = "2"

  func validate() throws {
    if let backend, !BackendChoice.names.contains(backend) {
      throw ValidationError("--backend must be one of \(BackendChoice.names.joined(separator: ", ")), got \(backend)")
    }
    if let sampleRate, !(sampleRate >= 8000 && sampleRate <= 768_000) {
      throw ValidationError("--sample-rate must be 8000 to 768000 Hz, got \(sampleRate)")
    }
    if let block, !(16...65_536).contains(block) {
      throw ValidationError("--block must be 16 to 65536 frames, got \(block)")
    }
    if let count = Int(outputs) {
      guard (1...256).contains(count) else { throw ValidationError("--outputs must be 1 to 256, got \(count)") }
    } else if case .failure(let error) = OutputRoutes.parsed(outputs) {
      throw ValidationError("--outputs: \(error)")
    }
  }

  /// What plays where, if the options say it.
  var routes: OutputRoutes? { Int(outputs) == nil ? try? OutputRoutes.parsed(outputs).get() : nil }

  var request: StreamRequest {
    let channels = Int(outputs) ?? routes?.channels ?? 2
    var request = StreamRequest(sampleRate: sampleRate, blockFrames: block, outputChannels: channels)
    if let routes { request.outputNames = routes.channelNames(request.outputChannels) }
    if let device { request.device = Int(device).map { .index($0) } ?? .name(device) }
    return request
  }
}
