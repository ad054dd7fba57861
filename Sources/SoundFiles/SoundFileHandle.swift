import CSndFile
import Synchronization

/// libsndfile's open file.
final class SoundFileHandle {
  /// Why libsndfile opened nothing.
  struct Refusal: Error {
    var code: Int32
    var words: String
  }

  let pointer: OpaquePointer
  private(set) var description: SF_INFO

  /// libsndfile keeps the reason of a failed opening in a global variable.
  private static let opening = Mutex(())

  init(path: String, mode: Int, description: SF_INFO = SF_INFO()) throws(Refusal) {
    var filled = description
    let result = Self.opening.withLock { _ -> Result<SendablePointer, Refusal> in
      if let pointer = sf_open(path, Int32(mode), &filled) { return .success(SendablePointer(pointer: pointer)) }
      return .failure(Refusal(code: sf_error(nil), words: Self.tidy(String(cString: sf_strerror(nil)))))
    }
    self.pointer = try result.get().pointer
    self.description = filled
  }

  deinit { sf_close(pointer) }

  /// The reason of the last failure; nil when nothing failed.
  var words: String? {
    sf_error(pointer) == 0 ? nil : Self.tidy(String(cString: sf_strerror(pointer)))
  }

  /// What libsndfile noted of a length that does not fit the file.
  var lengthRemark: String? {
    let capacity = 1 << 14
    let log = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      count = max(
        0, min(capacity, Int(sf_command(pointer, Int32(SFC_GET_LOG_INFO), buffer.baseAddress, Int32(capacity)))))
    }
    let lines = log.split(separator: 0x0A).map { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    return lines.last { $0.contains("should be") }.map { Self.tidy($0) }
  }

  /// Whether libsndfile finds the very frame: in Vorbis it misses by up to a block.
  var seeksExactly: Bool { Int(description.format) & Int(SF_FORMAT_SUBMASK) != SF_FORMAT_VORBIS }

  /// Whether its samples are integers of at most 16 bits, or are made from such.
  var fitsSixteenBits: Bool {
    let codings = [
      SF_FORMAT_PCM_16, SF_FORMAT_PCM_S8, SF_FORMAT_PCM_U8, SF_FORMAT_ULAW, SF_FORMAT_ALAW, SF_FORMAT_ALAC_16,
      SF_FORMAT_IMA_ADPCM, SF_FORMAT_MS_ADPCM,
    ]
    return codings.contains { Int($0) == Int(description.format) & Int(SF_FORMAT_SUBMASK) }
  }

  /// How many frames can be read from here on, and why no more.
  func countFrames() -> (frames: Int64, words: String?) {
    let block = 4096
    let channels = Int(description.channels)
    return withUnsafeTemporaryAllocation(of: Float.self, capacity: block * channels) { buffer in
      var frames: Int64 = 0
      while true {
        let got = sf_readf_float(pointer, buffer.baseAddress, sf_count_t(block))
        frames += max(0, got)
        if got <= 0 || words != nil { return (frames, words) }
      }
    }
  }

  /// One line with single spaces, without "Error :" in front.
  private static func tidy(_ words: String) -> String {
    var line = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if line.hasPrefix("Error : ") { line.removeFirst(8) }
    while line.hasSuffix(".") { line.removeLast() }
    return line
  }
}

/// Carries a pointer out of a lock's closure.
private struct SendablePointer: @unchecked Sendable {
  // Unchecked: nobody else has the pointer yet.
  let pointer: OpaquePointer
}
