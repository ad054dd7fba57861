/// Ogg: the header promises no length, but the last page says that it is the last. What was cut out of an endless
/// stream therefore counts as truncated.
struct OggPromise {
  let verdict: HeaderPromise

  init(_ file: FileBytes) {
    // A page has at most 65,307 bytes; tags of other programs may follow the last one.
    let reach = min(file.count, 256 * 1024)
    let tail = file.bytes(at: file.count - reach, count: Int(reach))
    var at = tail.count - 27
    while at >= 0 {
      if tail[at] == 0x4F, tail[at + 1] == 0x67, tail[at + 2] == 0x67, tail[at + 3] == 0x53, tail[at + 4] == 0 {
        let segments = Int(tail[at + 26])
        let table = tail[(at + 27)...].prefix(segments)
        let end = at + 27 + segments + table.reduce(0) { $0 + Int($1) }
        if table.count < segments || end > tail.count {
          verdict = .cut("inside an Ogg page")
        } else {
          verdict = tail[at + 5] & 4 != 0 ? .kept : .cut("before its last Ogg page")
        }
        return
      }
      at -= 1
    }
    verdict = .cut("inside an Ogg page")
  }
}
