import RealTime

/// Every unit with something sensible at its inputs.
extension UnitBench {
  /// The catalogues of this machine: the baseline, and the build for AVX2 and FMA where the processor runs it.
  func usual(_ unit: UnitDescriptor) -> [Signal] {
    unit.specification.inputs.enumerated().map { index, input in
      switch (unit.specification.name, input.name) {
      case (_, "bus"): .constant(3)
      case ("StemPlayer", "buffer"): .constant(1)
      case ("StemPlayer", "rate"): .audio { $0 < 3000 ? 0.979 : -1.31 }
      case ("StemPlayer", "gate"): .audio { $0 < 6000 ? 1 : 0 }
      case (_, "level") where input.rates == [.audio]: .audio { $0 / 777 % 2 == 0 ? 0.8 : 0.3 }
      case ("DeckStrip", "crossfade"): .audio { $0 / 911 % 2 == 0 ? 1 : 0.5 }
      case (_, "low") where input.rates == [.audio]: .audio { $0 < 3000 ? 1 : 0 }
      case (_, "mid") where input.rates == [.audio]: .audio { $0 < 9000 ? 1 : 1.7 }
      case (_, "high") where input.rates == [.audio]: .audio { $0 < 20_000 ? 0.3 : 1 }
      case ("StemStrip", "pan"): .audio { $0 < 7000 ? 0 : -0.6 }
      case ("StemStrip", "audible"): .audio { $0 / 4000 % 3 == 2 ? 0 : 1 }
      case ("DJFilter", "position"): .audio { Float($0 / 5000 % 3) * 0.4 - 0.4 }
      case ("DJFilter", "resonance"): .audio { $0 < 12_000 ? 0.2 : 0.7 }
      case ("MasterStrip", "limiter"): .audio { Float($0 / 9000 % 3) }
      case (_, "fade"): .audio { $0 < 5000 ? 1 : 0.25 }
      case ("StemPlayer", "start"): .constant(100)
      case ("StemPlayer", "loop"): .audio { _ in 1 }
      case ("StemPlayer", "loopEnd"): .audio { $0 < 4500 ? 0 : 700.3 }
      case ("StemPlayer", "seek"): .audio { $0 < 2000 ? 0 : 1 }
      case ("StemPlayer", "seekPosition"): .audio { _ in 1234 }
      case ("StemPlayer", let name) where input.rates == [.audio] && name != "level": .audio { _ in input.standard }
      case ("Echo", "memory"): .constant(2)
      case ("Room", "memory"): .constant(3)
      case (_, "in"), (_, "in0"), (_, "in1"), (_, "in2"), (_, "in3"), (_, "a"), (_, "b"), (_, "channels"):
        .audio(Self.noise(UInt64(index)))
      case (_, "w"), (_, "x"), (_, "y"), (_, "left"), (_, "right"), (_, "inA"), (_, "inB"):
        .audio(Self.noise(UInt64(index)))
      case (_, "x"), (_, "y"): .audio(Self.noise(UInt64(index)))
      case (_, "trig"), (_, "trigger"): .audio { $0 % 500 == 250 ? 1 : 0 }
      case (_, "density"): .constant(2000)
      case (_, "repeats"): .constant(.infinity)
      case (_, "list"), (_, "items"), (_, "input"), ("DemandEnvGen", "level"): .constant(0.5)
      case (_, "demandUGens"): .audio(Self.noise(UInt64(index)))
      case ("Dconst", "sum"): .constant(1e9)
      case ("Dgeom", "grow"): .constant(1)
      case ("IEnvGen", "initialLevel"): .constant(0.5)
      case ("DelTapWr", "buffer"), ("DelTapRd", "buffer"): .constant(4)
      case ("Schmidt", "hi"): .constant(0.2)
      case ("FOS", "a0"), ("SOS", "a0"): .constant(0.5)
      case (_, "buf"), (_, "bufnum"), (_, "bufpos"), (_, "buffer"), (_, "bufferA"), (_, "sndbuf"): .constant(4)
      case (_, "bufferB"): .constant(5)
      default: input.rates == [.audio] ? .audio(Self.noise(UInt64(index))) : .constant(input.standard)
      }
    }
  }

  /// Buffers for those that need one: a stereo sound, silence for echoes, silence for rooms.
  func fillBuffers() {
    let noise = Self.noise(77)
    fill(1, (0..<2 * 1999).map { noise($0) }, channels: 2, sampleRate: 48_000)
    fill(2, [Float](repeating: 0, count: 2 * 65_536), channels: 2, sampleRate: sampleRate)
    fill(4, (0..<1024).map { noise($0) }, channels: 1, sampleRate: sampleRate)
    fill(5, (0..<1024).map { noise($0 + 1024) }, channels: 1, sampleRate: sampleRate)
    fill(3, [Float](repeating: 0, count: 8 * 65_536), channels: 8, sampleRate: sampleRate)
  }

  /// Two for those that may have any number.
  func outputs(_ unit: UnitDescriptor) -> Int {
    let isOpen = [
      "BufRd", "DecodeB2", "Demand", "DiskIn", "GrainBuf", "GrainFM", "GrainIn", "GrainSin", "In", "InFeedback",
      "InTrig", "LagIn", "LocalIn", "PanAz", "PlayBuf", "TGrains", "VDiskIn",
    ].contains(
      unit.specification.name)
    return isOpen ? 2 : unit.specification.outputs.count
  }

  /// Noise in −0.5…0.5, a function of the frame.
  static func noise(_ seed: UInt64) -> @Sendable (Int) -> Float {
    { frame in
      var mixed = (UInt64(truncatingIfNeeded: frame) &+ seed &* 7919) &* 0x9E37_79B9_7F4A_7C15
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return Float(Int32(truncatingIfNeeded: mixed >> 32)) / 4_294_967_296
    }
  }
}
