import CSndFile

/// A form that sound files are written in.
public struct SoundFileFormat: Sendable, Equatable {
  public enum Container: Sendable, Equatable, CaseIterable {
    /// At most 4 GiB.
    case wav
    /// WAV without a limit: when closed, a file below 4 GiB becomes a plain WAV.
    case rf64
    case wave64
    /// At most 4 GiB.
    case aiff
    case caf
    /// Sun's and NeXT's.
    case au
    case flac
    case ogg
    case mp3
  }

  public enum Encoding: Sendable, Equatable, CaseIterable {
    case pcm16
    case pcm24
    case float32
    case alac16
    case vorbis
    case opus
    case mpegLayer3
  }

  public var container: Container
  public var encoding: Encoding

  public init(_ container: Container, _ encoding: Encoding) {
    self.container = container
    self.encoding = encoding
  }

  public static let wavPCM16 = SoundFileFormat(.wav, .pcm16)
  public static let wavPCM24 = SoundFileFormat(.wav, .pcm24)
  public static let wavFloat32 = SoundFileFormat(.wav, .float32)
  public static let rf64PCM24 = SoundFileFormat(.rf64, .pcm24)
  public static let rf64Float32 = SoundFileFormat(.rf64, .float32)
  public static let aiffPCM16 = SoundFileFormat(.aiff, .pcm16)
  public static let aiffPCM24 = SoundFileFormat(.aiff, .pcm24)
  public static let flac16 = SoundFileFormat(.flac, .pcm16)
  public static let flac24 = SoundFileFormat(.flac, .pcm24)
  public static let oggVorbis = SoundFileFormat(.ogg, .vorbis)
  public static let oggOpus = SoundFileFormat(.ogg, .opus)
  public static let mp3 = SoundFileFormat(.mp3, .mpegLayer3)

  /// The format that a path's extension names.
  ///
  /// - encoding: taken where the format has a choice; FLAC makes `.pcm24` of `.float32`.
  /// - unlimited: a `.wav` may pass 4 GiB (as `Container.rf64`).
  /// - Throws: when the extension is unknown, with those that are known.
  public static func named(
    byExtensionOf path: String, encoding: Encoding = .pcm24, unlimited: Bool = false
  ) throws(SoundFileError) -> SoundFileFormat {
    let name = path.split(separator: "/").last ?? ""
    let suffix = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    switch suffix {
    case "wav", "wave": return SoundFileFormat(unlimited ? .rf64 : .wav, encoding)
    case "rf64": return SoundFileFormat(.rf64, encoding)
    case "w64": return SoundFileFormat(.wave64, encoding)
    case "aif", "aiff": return SoundFileFormat(.aiff, encoding)
    case "caf": return SoundFileFormat(.caf, encoding)
    case "au", "snd": return SoundFileFormat(.au, encoding)
    case "flac": return SoundFileFormat(.flac, encoding == .float32 ? .pcm24 : encoding)
    case "ogg", "oga": return .oggVorbis
    case "opus": return .oggOpus
    case "mp3": return .mp3
    default:
      throw SoundFileError(
        .unsupported, path: path,
        "\(path): the ending \(suffix.isEmpty ? "is missing" : "“.\(suffix)” names no known format"); take one of .wav "
          + ".rf64 .w64 .aiff .caf .au .flac .ogg .opus .mp3")
    }
  }

  /// libsndfile's number of it.
  var code: Int32 {
    let major =
      switch container {
      case .wav: SF_FORMAT_WAV
      case .rf64: SF_FORMAT_RF64
      case .wave64: SF_FORMAT_W64
      case .aiff: SF_FORMAT_AIFF
      case .caf: SF_FORMAT_CAF
      case .au: SF_FORMAT_AU
      case .flac: SF_FORMAT_FLAC
      case .ogg: SF_FORMAT_OGG
      case .mp3: SF_FORMAT_MPEG
      }
    let minor =
      switch encoding {
      case .pcm16: SF_FORMAT_PCM_16
      case .pcm24: SF_FORMAT_PCM_24
      case .float32: SF_FORMAT_FLOAT
      case .alac16: SF_FORMAT_ALAC_16
      case .vorbis: SF_FORMAT_VORBIS
      case .opus: SF_FORMAT_OPUS
      case .mpegLayer3: SF_FORMAT_MPEG_LAYER_III
      }
    return Int32(major | minor)
  }

  /// Whether the encoder takes that rate, where libsndfile finds out only after it has emptied the file.
  func takes(rate hertz: Int32) -> Bool {
    switch encoding {
    case .opus: [8000, 12000, 16000, 24000, 48000].contains(hertz)
    case .mpegLayer3: [8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000].contains(hertz)
    default: true
    }
  }

  /// Whether the header tells the length, and can be written anew while the file grows.
  var hasSizesInFront: Bool { container != .flac && container != .ogg && container != .mp3 }

  /// Whether its sizes are 32 bits wide.
  var isLimitedTo4GiB: Bool { container == .wav || container == .aiff || container == .au }
}
