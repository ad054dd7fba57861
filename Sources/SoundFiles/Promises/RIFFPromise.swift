/// WAV, RF64 and BW64.
struct RIFFPromise {
  let verdict: HeaderPromise

  init(_ file: FileBytes, bigEndian: Bool) {
    guard file.letters(at: 8) == "WAVE" else {
      verdict = file.count < 12 ? .cut("inside its header") : .none
      return
    }
    let isWide = file.letters(at: 0) != "RIFF" && file.letters(at: 0) != "RIFX"
    var wideSize: UInt64?
    var at: Int64 = 12
    for _ in 0..<HeaderPromise.mostChunks {
      guard let size = file.integer(UInt32.self, at: at + 4, bigEndian: bigEndian) else { break }
      let body = at + 8
      switch file.letters(at: at) {
      case "ds64": wideSize = file.integer(UInt64.self, at: body + 8, bigEndian: false)
      case "data":
        verdict = Self.weigh(size, isWide && size == .max ? wideSize : nil, at: body, in: file, bigEndian: bigEndian)
        return
      default: break
      }
      at = body + Int64(size) + Int64(size & 1)
    }
    let promisedEnd = Int64(file.integer(UInt32.self, at: 4, bigEndian: bigEndian) ?? 0) + 8
    verdict = max(at, promisedEnd) > file.count ? .cut("inside its header") : .none
  }

  private static func weigh(
    _ size: UInt32, _ wideSize: UInt64?, at body: Int64, in file: FileBytes, bigEndian: Bool
  ) -> HeaderPromise {
    if let wideSize, wideSize > 0, wideSize < UInt64(Int64.max) {
      return HeaderPromise(promised: wideSize, from: body, in: file)
    }
    if HeaderPromise.isPlaceholder(size), Int64(size) > file.count - body { return .kept }
    if size == 0, file.count > body, !isChunk(at: body, in: file, bigEndian: bigEndian) {
      return .unfinished(bytes: file.count - body)
    }
    return HeaderPromise(promised: UInt64(size), from: body, in: file)
  }

  /// Whether a chunk that fits into the file begins there.
  private static func isChunk(at offset: Int64, in file: FileBytes, bigEndian: Bool) -> Bool {
    guard let size = file.integer(UInt32.self, at: offset + 4, bigEndian: bigEndian) else { return false }
    return file.bytes(at: offset, count: 4).allSatisfy { (0x20...0x7E).contains($0) }
      && offset + 8 + Int64(size) <= file.count
  }
}
