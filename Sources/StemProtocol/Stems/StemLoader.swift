import Dispatch
import Synchronization

/// Reads files into memory, off every thread that matters, and hands what it has to say to the server's `poll`.
public final class StemLoader: Sendable {
  public enum Mode: Sendable {
    /// On threads of its own: what plays is never disturbed.
    case background
    /// At once, within the command: for a render that nobody hears.
    case inline
  }

  let mode: Mode
  private let queue: DispatchQueue
  private let places: DispatchSemaphore
  private let steps = Mutex<[(load: StemLoad, step: StemLoadStep)]>([])
  /// Called on a reader thread when there is something to take.
  private let wake: @Sendable () -> Void

  init(_ mode: Mode, readers: Int, wake: @escaping @Sendable () -> Void) {
    self.mode = mode
    self.wake = wake
    queue = DispatchQueue(label: "syrinx.loader", qos: .utility, attributes: .concurrent)
    places = DispatchSemaphore(value: max(1, readers))
  }

  func start(_ load: StemLoad) {
    guard mode == .background else {
      read(load)
      return
    }
    dispatcher.async { [self] in
      places.wait()
      queue.async { [self] in
        read(load)
        places.signal()
      }
    }
  }

  /// Keeps the order in which loads were asked for, while all places are taken.
  private let dispatcher = DispatchQueue(label: "syrinx.loader.order", qos: .utility)

  private func read(_ load: StemLoad) {
    guard !load.isCancelled else { return }
    StemFile.read(load.path, isCancelled: { load.isCancelled }) { step in
      steps.withLock { $0.append((load, step)) }
      wake()
    }
  }

  /// What has happened since the last time, in order.
  func takeSteps() -> [(load: StemLoad, step: StemLoadStep)] {
    steps.withLock { steps in
      defer { steps.removeAll() }
      return steps
    }
  }
}
