import CSndFile

/// A form of sound files by the names that SuperCollider's clients have for it.
public struct PlainSoundFormat: Sendable, Equatable {
  /// libsndfile's number.
  let code: Int32

  /// Nil when libsndfile has no such form.
  ///
  /// - Parameters:
  ///   - header: `aiff`, `wav`, `w64`, `caf`, `flac` …, in any case.
  ///   - samples: `int16`, `int24`, `float` …
  public init?(header: String, samples: String) {
    guard let major = Self.headers[header.lowercased()], let minor = Self.coding(samples) else { return nil }
    code = Int32(major | minor)
  }

  private static let headers: [String: Int] = [
    "aiff": SF_FORMAT_AIFF, "aifc": SF_FORMAT_AIFF, "riff": SF_FORMAT_WAV, "wavex": SF_FORMAT_WAVEX,
    "wave": SF_FORMAT_WAV, "wav": SF_FORMAT_WAV, "sun": SF_FORMAT_AU, "ircam": SF_FORMAT_IRCAM, "next": SF_FORMAT_AU,
    "raw": SF_FORMAT_RAW, "mat4": SF_FORMAT_MAT4, "mat5": SF_FORMAT_MAT5, "paf": SF_FORMAT_PAF, "svx": SF_FORMAT_SVX,
    "nist": SF_FORMAT_NIST, "voc": SF_FORMAT_VOC, "w64": SF_FORMAT_W64, "pvf": SF_FORMAT_PVF, "xi": SF_FORMAT_XI,
    "htk": SF_FORMAT_HTK, "sds": SF_FORMAT_SDS, "avr": SF_FORMAT_AVR, "sd2": SF_FORMAT_SD2, "flac": SF_FORMAT_FLAC,
    "vorbis": SF_FORMAT_OGG, "ogg": SF_FORMAT_OGG, "caf": SF_FORMAT_CAF, "rf64": SF_FORMAT_RF64,
    "mp3": SF_FORMAT_MPEG,
  ].mapValues { Int($0) }

  private static func coding(_ name: String) -> Int? {
    switch name.lowercased() {
    case "uint8": Int(SF_FORMAT_PCM_U8)
    case "int8": Int(SF_FORMAT_PCM_S8)
    case "int16": Int(SF_FORMAT_PCM_16)
    case "int24": Int(SF_FORMAT_PCM_24)
    case "int32": Int(SF_FORMAT_PCM_32)
    case "float", "float32": Int(SF_FORMAT_FLOAT)
    case "double", "float64": Int(SF_FORMAT_DOUBLE)
    case "mulaw", "ulaw": Int(SF_FORMAT_ULAW)
    case "alaw": Int(SF_FORMAT_ALAW)
    case "vorbis": Int(SF_FORMAT_VORBIS)
    case "mp3": Int(SF_FORMAT_MPEG_LAYER_III)
    default: nil
    }
  }
}
