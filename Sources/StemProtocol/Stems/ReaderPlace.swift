import Dispatch

/// One of the places that loads take in turn; free again when it goes.
final class ReaderPlace: Sendable {
  private let places: DispatchSemaphore

  /// The caller has waited for it.
  init(of places: DispatchSemaphore) { self.places = places }

  deinit { places.signal() }
}
