import OSC

extension StemServer {
  /// Begins to measure the master's loudness, unless it is being measured already.
  public func measureLoudness() {
    if loudness == nil { loudness = MasterLoudness(of: engine, bus: mixer.buses.master) }
  }

  /// What the master's loudness is told with.
  var loudnessArguments: [OSCArgument] {
    loudness?.update()
    guard let reading = loudness?.reading else { return [] }
    return [reading.momentary, reading.shortTerm, reading.integrated, reading.range, reading.truePeak].map {
      .float32(Float($0))
    }
  }

  /// Meters between two notifications of the loudness: it changes slowly.
  private static let metersToLoudness = 5

  /// Called with every moment of meters.
  func tellLoudness() {
    meterCount += 1
    guard meterCount % Self.metersToLoudness == 0, subscriptions.wants(.meters) else { return }
    measureLoudness()
    notify(.loudness, loudnessArguments)
  }
}
