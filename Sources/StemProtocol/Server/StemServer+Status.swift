import Control
import OSC
import Render

extension StemServer {
  /// Name and value, one after the other, as `/get_status.reply` carries them.
  func statusPairs() -> [(String, OSCArgument)] {
    let playing = stems.values.count { $0.voice(at: .immediately) != nil }
    var pairs: [(String, OSCArgument)] = [
      ("sample_rate", .float32(Float(engine.sampleRate))),
      ("buffers", .integer(stems.values.count { $0.buffer != nil })),
      ("loading", .integer(stems.values.count { $0.load != nil })),
      ("playing", .integer(playing)),
    ]
    for deck in mixer.decks {
      pairs.append(("deck_\(deck.letter.lowercased())", .float32(mixer.levels[deck.rawValue])))
    }
    pairs += [
      ("crossfader", .float32(Float(mixer.crossfader.position ?? 0))),
      ("crossfader_curve", .string(mixer.crossfader.curve.rawValue)),
      ("master", .float32(0.8)),
      ("limiter", .string(mixer.limiter.rawValue)),
      ("latency", .float32(Float(Double(latencyFrames) / engine.sampleRate))),
      ("silenced", .integer(mixer.silenced.frames)),
      ("memory_mb", .float32(Float(memoryMegabytes))),
      ("cpu_average", .float32(Float(load.average * 100))),
      ("cpu_peak", .float32(Float(load.takePeak() * 100))),
      ("xruns", .integer(xruns())),
      ("uptime", .float32(Float(positionSeconds))),
      ("clock", .double(clockSeconds)),
      ("scheduled", .integer(byFrame.count + byHostTime.count)),
      ("peak_left", .float32(mixer.masterMeter.peakLeft)),
      ("peak_right", .float32(mixer.masterMeter.peakRight)),
      ("units", .string(engine.units.build)),
      ("subscribers", .integer(subscriptions.count)),
      ("overruns", .integer(engine.memory.telemetry.overruns)),
      ("recordings", .integer(recordings.count)),
      ("rms_left", .float32(mixer.masterMeter.rmsLeft)),
      ("rms_right", .float32(mixer.masterMeter.rmsRight)), ("master_bus", .integer(mixer.buses.masterSum)),
    ]
    for deck in mixer.decks {
      let letter = deck.letter.lowercased()
      pairs.append(("bus_\(letter)", .integer(mixer.buses.output(of: deck))))
      pairs.append(("cue_bus_\(letter)", .integer(mixer.buses.cue(of: deck))))
    }
    return pairs
  }
}
