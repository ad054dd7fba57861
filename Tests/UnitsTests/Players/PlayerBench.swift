import RealTime

/// A stem player by itself, rate 1 and level 1 unless told otherwise, from a frame within its first block.
struct PlayerBench {
  /// Each input by name: a value for each frame since the start of the sound.
  var inputs: [String: (Int) -> Float] = [:]
  var samples: [Float]
  /// The same as 16-bit integers, to be played instead.
  var integers: [Int16]?
  var channels = 1
  var sampleRate = 44_100.0
  var startOffset = 0
  var units = UnitBuilds.baseline

  init(_ samples: [Float], channels: Int = 1) {
    self.samples = samples
    self.channels = channels
  }

  /// Silent on every even frame, the frame's own number on the odd ones: whoever jumps from silence to silence needs no
  /// joining, and each sample tells where it comes from.
  static func numbered(_ frames: Int) -> [Float] { (0..<frames).map { $0 % 2 == 0 ? 0 : Float($0) } }

  /// Renders `frames` frames, from the first that sounds.
  func render(_ frames: Int) -> [[Float]] {
    let bench = UnitBench(sampleRate: 44_100)
    if let integers {
      bench.fill(1, integers, channels: channels, sampleRate: sampleRate)
    } else {
      bench.fill(1, samples, channels: channels, sampleRate: sampleRate)
    }
    let unit = UnitBuilds.unit("StemPlayer", units)
    let signals = unit.specification.inputs.map { input -> UnitBench.Signal in
      if let value = inputs[input.name] {
        return input.rates == [.audio] ? .audio { value($0 - startOffset) } : .constant(value(0))
      }
      switch input.name {
      case "buffer": return .constant(1)
      case "level": return .constant(1)
      default: return .constant(input.standard)
      }
    }
    let blocks = (frames + startOffset + 63) / 64
    return bench.run(unit, signals, blocks: blocks, startOffset: startOffset)
      .map { Array($0[startOffset..<startOffset + frames]) }
  }
}

/// Where samples first differ, in words; nil: nowhere.
func difference(_ samples: [Float], _ expected: [Float]) -> String? {
  guard samples.count == expected.count else { return "\(samples.count) frames, not \(expected.count)" }
  guard let frame = samples.indices.first(where: { samples[$0].bitPattern != expected[$0].bitPattern }) else {
    return nil
  }
  return "frame \(frame) is \(samples[frame]), not \(expected[frame])"
}
