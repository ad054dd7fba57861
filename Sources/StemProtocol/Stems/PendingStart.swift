/// A start that waits for its audio; those of one bundle wait for each other.
final class PendingStart {
  let stem: Stem
  var start: StemStart
  let request: StemRequest
  private(set) weak var group: StartGroup?
  /// With key-lock, which makes the first frames ready.
  var seat: StretchSeat?

  init(stem: Stem, start: StemStart, request: StemRequest, group: StartGroup) {
    self.stem = stem
    self.start = start
    self.request = request
    self.group = group
  }
}
