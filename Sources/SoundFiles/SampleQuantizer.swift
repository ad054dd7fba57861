import CSndFile

/// Turns floats into integer samples: full scale is 2 to the depth less one, as reading has it, which libsndfile's own
/// conversion is not.
final class SampleQuantizer {
  private let depth: Int
  private let narrow: UnsafeMutablePointer<Int16>
  private let wide: UnsafeMutablePointer<Int32>

  /// Nil when the encoding takes floats.
  ///
  /// - Parameter capacity: in samples.
  init?(_ encoding: SoundFileFormat.Encoding, capacity: Int) {
    switch encoding {
    case .pcm16, .alac16: depth = 16
    case .pcm24: depth = 24
    case .float32, .vorbis, .opus, .mpegLayer3: return nil
    }
    narrow = .allocate(capacity: depth == 16 ? capacity : 1)
    wide = .allocate(capacity: depth == 16 ? 1 : capacity)
  }

  deinit {
    narrow.deallocate()
    wide.deallocate()
  }

  /// Tells how many frames went out.
  func write(_ samples: UnsafePointer<Float>, frames: Int, channels: Int, to file: OpaquePointer) -> Int {
    if depth == 16 {
      for index in 0..<frames * channels { narrow[index] = Int16(quantize(samples[index], fullScale: 32768)) }
      return Int(sf_writef_short(file, narrow, sf_count_t(frames)))
    }
    for index in 0..<frames * channels { wide[index] = quantize(samples[index], fullScale: 8_388_608) << 8 }
    return Int(sf_writef_int(file, wide, sf_count_t(frames)))
  }

  private func quantize(_ sample: Float, fullScale: Float) -> Int32 {
    guard !sample.isNaN else { return 0 }
    return Int32(min(max((sample * fullScale).rounded(.toNearestOrEven), -fullScale), fullScale - 1))
  }
}
