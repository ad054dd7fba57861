/// Sun's and NeXT's files.
struct AUPromise {
  let verdict: HeaderPromise

  init(_ file: FileBytes, bigEndian: Bool) {
    guard let start = file.integer(UInt32.self, at: 4, bigEndian: bigEndian),
      let size = file.integer(UInt32.self, at: 8, bigEndian: bigEndian), file.count >= 24
    else {
      verdict = .cut("inside its header")
      return
    }
    verdict = size == .max ? .kept : HeaderPromise(promised: UInt64(size), from: Int64(start), in: file)
  }
}
