/// AIFF, AIFF-C and the Amiga's 8SVX and 16SV.
struct IFFPromise {
  let verdict: HeaderPromise

  init(_ file: FileBytes) {
    let soundChunk: String
    let extra: UInt32
    switch file.letters(at: 8) {
    case "AIFF", "AIFC": (soundChunk, extra) = ("SSND", 8)
    case "8SVX", "16SV": (soundChunk, extra) = ("BODY", 0)
    default:
      verdict = file.count < 12 ? .cut("inside its header") : .none
      return
    }
    var at: Int64 = 12
    for _ in 0..<HeaderPromise.mostChunks {
      guard let size = file.integer(UInt32.self, at: at + 4, bigEndian: true) else { break }
      let body = at + 8
      if file.letters(at: at) == soundChunk {
        // A size of nothing, or less than its own offset field, was never filled in: libsndfile then reads to the end.
        if size < extra || HeaderPromise.isPlaceholder(size) && Int64(size) > file.count - body {
          verdict = .kept
        } else {
          verdict = HeaderPromise(promised: UInt64(size - extra), from: body + Int64(extra), in: file)
        }
        return
      }
      at = body + Int64(size) + Int64(size & 1)
    }
    let promisedEnd = Int64(file.integer(UInt32.self, at: 4, bigEndian: true) ?? 0) + 8
    verdict = max(at, promisedEnd) > file.count ? .cut("before its sound") : .none
  }
}
