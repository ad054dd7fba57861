import AudioIO

/// A device as PortAudio describes it.
struct PortAudioDevice: Equatable {
  var index: Int
  var name: String
  var hostAPI: String
  /// PortAudio's bridge to JACK.
  var isJACK: Bool
  var inputChannels: Int
  var outputChannels: Int
  var defaultSampleRate: Double
  /// In seconds.
  var lowInputLatency: Double
  var lowOutputLatency: Double

  var fullName: String { "\(name) (\(hostAPI))" }

  static func chosen(
    by wish: StreamRequest.Device, from devices: [PortAudioDevice], standard: Int
  ) throws(AudioError) -> PortAudioDevice {
    switch wish {
    case .standard:
      if let device = devices.first(where: { $0.index == standard && $0.outputChannels > 0 }) { return device }
      throw AudioError("PortAudio finds no default output device" + offer(devices))
    case .index(let index):
      guard let device = devices.first(where: { $0.index == index }) else {
        throw AudioError("PortAudio has no device \(index)" + offer(devices))
      }
      guard device.outputChannels > 0 else {
        throw AudioError("device \(index), \(device.fullName), has no outputs" + offer(devices))
      }
      return device
    case .name(let name): return try named(name, in: devices)
    }
  }

  /// The whole name goes before a part of one.
  private static func named(_ name: String, in devices: [PortAudioDevice]) throws(AudioError) -> PortAudioDevice {
    let players = devices.filter { $0.outputChannels > 0 }
    let wanted = name.lowercased()
    let fits: [(PortAudioDevice) -> Bool] = [
      { $0.fullName.lowercased() == wanted }, { $0.name.lowercased() == wanted },
      { $0.fullName.lowercased().contains(wanted) },
    ]
    for fit in fits {
      let found = players.filter(fit)
      if found.count == 1 { return found[0] }
      if found.count > 1 {
        throw AudioError("“\(name)” fits more than one device; take one of" + list(found))
      }
    }
    throw AudioError("PortAudio has no output device “\(name)”" + offer(devices))
  }

  private static func offer(_ devices: [PortAudioDevice]) -> String {
    let players = devices.filter { $0.outputChannels > 0 }
    return players.isEmpty ? ": this machine has no sound output that it can use" : "; there are" + list(players)
  }

  private static func list(_ devices: [PortAudioDevice]) -> String {
    " " + devices.map { "\($0.index): \($0.fullName)" }.joined(separator: ", ")
  }
}
