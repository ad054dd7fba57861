/// MP1, MP2 and MP3: the encoder's `Xing` or `Info` tag in the first frame tells frames and bytes; without one the
/// header promises nothing.
///
/// Cutters that leave the tag of the whole piece make files that count as truncated.
struct MPEGPromise {
  let verdict: HeaderPromise
  /// Whether the first frame carries the tag.
  let isTagged: Bool

  init(_ file: FileBytes) {
    let start = Self.soundStart(in: file)
    guard let header = file.integer(UInt32.self, at: start, bigEndian: true), header >> 21 == 0x7FF,
      (header >> 17) & 3 != 0, (header >> 19) & 3 != 1
    else {
      (verdict, isTagged) = (.none, false)
      return
    }
    let isVersion1 = (header >> 19) & 3 == 3
    let isMono = (header >> 6) & 3 == 3
    let sideInformation: Int64 = isVersion1 ? (isMono ? 17 : 32) : (isMono ? 9 : 17)
    let tag = start + 4 + sideInformation
    guard ["Xing", "Info"].contains(file.letters(at: tag)),
      let flags = file.integer(UInt32.self, at: tag + 4, bigEndian: true), flags & 3 == 3,
      let packets = file.integer(UInt32.self, at: tag + 8, bigEndian: true),
      let bytes = file.integer(UInt32.self, at: tag + 12, bigEndian: true)
    else {
      (verdict, isTagged) = (.none, false)
      return
    }
    isTagged = true
    let held = file.count - start
    let promised = Int64(bytes)
    // Tags are off by a frame or two; a smaller cut shows when the last frames cannot be read.
    guard held < promised - promised / 100 else {
      verdict = .kept
      return
    }
    let isLayer1 = (header >> 17) & 3 == 3
    let framesPerPacket: Int64 = isLayer1 ? 384 : isVersion1 || (header >> 17) & 3 == 2 ? 1152 : 576
    verdict = .short(promised: promised, held: held, frames: Int64(packets) * framesPerPacket)
  }

  /// Behind any ID3v2 tags.
  private static func soundStart(in file: FileBytes) -> Int64 {
    var at: Int64 = 0
    for _ in 0..<64 where file.letters(at: at).hasPrefix("ID3") {
      let head = file.bytes(at: at, count: 10)
      guard head.count == 10 else { return at }
      let size = head[6...9].reduce(Int64(0)) { $0 << 7 | Int64($1 & 0x7F) }
      at += 10 + size + (head[5] & 0x10 != 0 ? 10 : 0)
    }
    return at
  }
}
