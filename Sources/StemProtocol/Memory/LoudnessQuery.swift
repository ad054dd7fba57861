import SoundFiles

/// A question how loud a loaded file is.
///
/// - Thread: made and answered by the server's; one reader thread sets the outcome.
final class LoudnessQuery: @unchecked Sendable {
  // Unchecked: `request` and `buffer` are touched by the server's thread alone; the outcome is handed over through a lock.

  let request: StemRequest
  let stemID: Int
  let buffer: StemBuffer
  let path: String
  var outcome: Result<Double?, SoundFileError>?

  init(_ request: StemRequest, stem: Stem, buffer: StemBuffer) {
    self.request = request
    stemID = stem.id
    self.buffer = buffer
    path = buffer.path
  }
}
