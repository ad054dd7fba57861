import Control
import Synchronization

/// A file on its way into memory.
///
/// - Thread: made and judged by the server's; one reader thread fills it.
final class StemLoad: @unchecked Sendable {
  // Unchecked: `request` and `buffer` are touched by the server's thread alone, `place` by the reader that has the load
  // just then; the flag is atomic.

  let stemID: Int
  let path: String
  let name: String
  let request: StemRequest
  /// Set once the file is open and its memory is there.
  var buffer: StemBuffer?
  /// While it is being read.
  var place: ReaderPlace?
  /// Samples of the file that were no finite number; written by the reader before it tells that it has finished.
  var silencedSamples = 0
  private let cancelled = Atomic<Bool>(false)

  init(stemID: Int, path: String, name: String, request: StemRequest) {
    self.stemID = stemID
    self.path = path
    self.name = name
    self.request = request
  }

  var isCancelled: Bool { cancelled.load(ordering: .relaxed) }

  func cancel() { cancelled.store(true, ordering: .relaxed) }
}
