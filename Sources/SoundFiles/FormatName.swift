import CSndFile

/// People's name for one of libsndfile's format numbers.
enum FormatName {
  static func of(_ code: Int32) -> String {
    let major = code & Int32(SF_FORMAT_TYPEMASK)
    let minor = code & Int32(SF_FORMAT_SUBMASK)
    let coding = coding(minor)
    switch Int(major) {
    case Int(SF_FORMAT_MPEG): return coding
    default: return "\(container(major)) \(coding)"
    }
  }

  private static func container(_ major: Int32) -> String {
    switch Int(major) {
    case Int(SF_FORMAT_WAV), Int(SF_FORMAT_WAVEX): "WAV"
    case Int(SF_FORMAT_AIFF): "AIFF"
    case Int(SF_FORMAT_AU): "AU"
    case Int(SF_FORMAT_W64): "Wave64"
    case Int(SF_FORMAT_RF64): "RF64"
    case Int(SF_FORMAT_FLAC): "FLAC"
    case Int(SF_FORMAT_CAF): "CAF"
    case Int(SF_FORMAT_OGG): "Ogg"
    default: libraryName(major)
    }
  }

  private static func coding(_ minor: Int32) -> String {
    switch Int(minor) {
    case Int(SF_FORMAT_PCM_S8), Int(SF_FORMAT_PCM_U8): "8-bit PCM"
    case Int(SF_FORMAT_PCM_16): "16-bit PCM"
    case Int(SF_FORMAT_PCM_24): "24-bit PCM"
    case Int(SF_FORMAT_PCM_32): "32-bit PCM"
    case Int(SF_FORMAT_FLOAT): "32-bit float"
    case Int(SF_FORMAT_DOUBLE): "64-bit float"
    case Int(SF_FORMAT_VORBIS): "Vorbis"
    case Int(SF_FORMAT_OPUS): "Opus"
    case Int(SF_FORMAT_MPEG_LAYER_I): "MP1"
    case Int(SF_FORMAT_MPEG_LAYER_II): "MP2"
    case Int(SF_FORMAT_MPEG_LAYER_III): "MP3"
    default: libraryName(minor)
    }
  }

  private static func libraryName(_ code: Int32) -> String {
    var entry = SF_FORMAT_INFO()
    entry.format = code
    let size = Int32(MemoryLayout<SF_FORMAT_INFO>.size)
    guard sf_command(nil, Int32(SFC_GET_FORMAT_INFO), &entry, size) == 0, let name = entry.name else {
      return "unknown"
    }
    return String(cString: name)
  }
}
