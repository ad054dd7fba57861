/// Apple's Core Audio Format.
struct CAFPromise {
  let verdict: HeaderPromise

  init(_ file: FileBytes) {
    var result: HeaderPromise?
    var at: Int64 = 8
    for _ in 0..<HeaderPromise.mostChunks where at < file.count {
      guard let size = file.integer(UInt64.self, at: at + 4, bigEndian: true) else {
        verdict = result ?? .cut("inside its header")
        return
      }
      let body = at + 12
      let isSound = file.letters(at: at) == "data"
      if size == .max {  // the last chunk, up to the file's end
        verdict = result ?? .kept
        return
      }
      if isSound {
        // The first four bytes count edits.
        let promise = HeaderPromise(promised: size < 4 ? 0 : size - 4, from: body + 4, in: file)
        if promise != .kept {
          verdict = promise
          return
        }
        result = promise
      }
      guard size <= UInt64(max(0, file.count - body)) else {
        // Packed sound needs the table behind it.
        verdict = .cut(result == nil ? "inside its header" : "behind its sound")
        return
      }
      at = body + Int64(size)
    }
    verdict = result ?? .cut("before its sound")
  }
}
