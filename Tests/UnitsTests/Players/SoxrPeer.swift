import CSoxr
import Testing

/// libsoxr, resampling a whole sound at once.
enum SoxrPeer {
  /// - Parameter recipe: `SOXR_HQ` (20 bits), `SOXR_VHQ` (28 bits).
  static func resample(_ samples: [Float], rate: Double, recipe: Int32) throws -> [Float] {
    var output = [Float](repeating: 0, count: Int(Double(samples.count) / rate))
    var done = 0
    var quality = soxr_quality_spec(UInt(recipe), 0)
    var types = soxr_io_spec(SOXR_FLOAT32_I, SOXR_FLOAT32_I)
    let error = samples.withUnsafeBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        soxr_oneshot(
          rate, 1, 1, input.baseAddress, input.count, nil, output.baseAddress, output.count, &done, &types, &quality,
          nil)
      }
    }
    try #require(error == nil)
    return Array(output[..<done])
  }
}
