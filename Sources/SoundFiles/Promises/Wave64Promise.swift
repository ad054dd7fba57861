/// Sony's Wave64: RIFF with names of 16 bytes and sizes of 64 bits that count their own 24 bytes.
struct Wave64Promise {
  let verdict: HeaderPromise

  init(_ file: FileBytes) {
    guard file.letters(at: 24) == "wave" else {
      verdict = file.count < 40 ? .cut("inside its header") : .none
      return
    }
    var at: Int64 = 40
    for _ in 0..<HeaderPromise.mostChunks {
      guard let size = file.integer(UInt64.self, at: at + 16, bigEndian: false) else { break }
      guard size >= 24, size < UInt64(Int64.max / 4), at < Int64.max / 4 else {
        verdict = .none
        return
      }
      if file.letters(at: at) == "data" {
        verdict = HeaderPromise(promised: size - 24, from: at + 24, in: file)
        return
      }
      at += (Int64(size) + 7) & ~7
    }
    verdict = .cut("inside its header")
  }
}
