/// What a file's header promises of the sound behind it, and whether the file keeps it.
///
/// libsndfile opens most cut files without a word, as if their headers had meant the shorter length. Hence this look at
/// the containers' own sizes. A program that writes to a pipe cannot know the length: it leaves a size that no one
/// could mean, and then the file's end is the sound's end.
enum HeaderPromise: Equatable {
  /// The header says nothing, or this format is not looked into.
  case none
  case kept
  /// Fewer bytes of sound than promised. `frames` is the promised length where the header tells it.
  case short(promised: Int64, held: Int64, frames: Int64?)
  /// The file ends where its structure cannot: "inside its header", say.
  case cut(String)
  /// The length was never filled in, and so many bytes follow.
  case unfinished(bytes: Int64)

  /// More chunks than this are not looked through.
  static let mostChunks = 10_000

  init(path: String) {
    guard let file = FileBytes(path: path) else {
      self = .none
      return
    }
    switch file.letters(at: 0) {
    case "RIFF", "RF64", "BW64": self = RIFFPromise(file, bigEndian: false).verdict
    case "RIFX": self = RIFFPromise(file, bigEndian: true).verdict
    case "riff": self = Wave64Promise(file).verdict
    case "FORM": self = IFFPromise(file).verdict
    case "caff": self = CAFPromise(file).verdict
    case ".snd": self = AUPromise(file, bigEndian: true).verdict
    case "dns.": self = AUPromise(file, bigEndian: false).verdict
    case "OggS": self = OggPromise(file).verdict
    default: self = MPEGPromise(file).verdict
    }
  }

  /// Compares the promised bytes with those from `start` to the file's end.
  init(promised: UInt64, from start: Int64, in file: FileBytes) {
    let held = max(0, file.count - start)
    let promised = Int64(clamping: promised)
    self = promised > held ? .short(promised: promised, held: held, frames: nil) : .kept
  }

  /// Whether a 32-bit size stands for "unknown": writers to pipes leave one next to 2³¹, 2³² or 0x7F000000.
  static func isPlaceholder(_ size: UInt32) -> Bool {
    let slack: UInt32 = 0x1_0000
    return size >= .max - slack || (size >= 0x8000_0000 - slack && size <= 0x8000_0000 + slack)
      || (size >= 0x7F00_0000 && size <= 0x7F00_0000 + slack)
  }
}
