import Control
import Dispatch
import SoundFiles
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
  private let answers = Mutex<[LoudnessQuery]>([])
  /// Called on a reader thread when there is something to take.
  let wake: @Sendable () -> Void

  init(_ mode: Mode, readers: Int, wake: @escaping @Sendable () -> Void) {
    self.mode = mode
    self.wake = wake
    queue = DispatchQueue(label: "syrinx.loader", qos: .utility, attributes: .concurrent)
    places = DispatchSemaphore(value: max(1, readers))
  }

  /// Keeps the order in which loads were asked for, while all places are taken.
  private let dispatcher = DispatchQueue(label: "syrinx.loader.order", qos: .utility)

  // MARK: - Loads

  /// Opens the file; the load keeps its place among the readers until it is filled or goes away.
  func open(_ load: StemLoad) {
    guard mode == .background else { return openNow(load) }
    dispatcher.async { [self] in
      places.wait()
      let place = ReaderPlace(of: places)
      queue.async { [self] in
        load.place = place
        openNow(load)
      }
    }
  }

  private func openNow(_ load: StemLoad) {
    guard !load.isCancelled else { return load.place = nil }
    do throws(SoundFileError) {
      tell(load, .opened(try StemFile(load.path)))
    } catch {
      load.place = nil
      tell(load, .failed(error.description))
    }
  }

  /// Reads all of the file into memory.
  func fill(_ memory: SampleMemory, from file: StemFile, for load: StemLoad) {
    run(load) { () throws(SoundFileError) in
      let loudness = try file.readAll(
        isCancelled: { load.isCancelled }, target: { memory.base + $0 * memory.bytesPerFrame },
        arrived: { memory.publish(frames: $0) })
      load.silencedSamples = file.silencedSamples
      return loudness
    }
  }

  /// Brings the beginning of a streamed file.
  ///
  /// - Parameter measures: whether all of the file is read once, to know how loud it is.
  func begin(_ stream: StreamedFile, chunks: Range<Int>, measures: Bool, for load: StemLoad) {
    run(load) { () throws(SoundFileError) in
      for chunk in chunks where !load.isCancelled { stream.bring(chunk) }
      guard measures else { return nil }
      return try StemFile.loudness(of: load.path) { load.isCancelled }
    }
  }

  private func run(_ load: StemLoad, _ body: @escaping @Sendable () throws(SoundFileError) -> Double?) {
    let work: @Sendable () -> Void = { [self] in
      do throws(SoundFileError) {
        let loudness = try body()
        load.place = nil
        tell(load, load.isCancelled ? .failed("cancelled") : .finished(loudness: loudness))
      } catch {
        load.place = nil
        tell(load, .failed(error.description))
      }
    }
    if mode == .inline { work() } else { queue.async(execute: work) }
  }

  private func tell(_ load: StemLoad, _ step: StemLoadStep) {
    steps.withLock { $0.append((load, step)) }
    wake()
  }

  /// What has happened since the last time, in order.
  func takeSteps() -> [(load: StemLoad, step: StemLoadStep)] {
    steps.withLock { steps in
      defer { steps.removeAll() }
      return steps
    }
  }

  // MARK: - Loudness

  /// Measures a file that is loaded already.
  func measure(_ query: LoudnessQuery) {
    let work: @Sendable () -> Void = { [self] in
      do throws(SoundFileError) {
        query.outcome = .success(try StemFile.loudness(of: query.path) { false })
      } catch {
        query.outcome = .failure(error)
      }
      answers.withLock { $0.append(query) }
      wake()
    }
    if mode == .inline { work() } else { queue.async(execute: work) }
  }

  func takeAnswers() -> [LoudnessQuery] {
    answers.withLock { answers in
      defer { answers.removeAll() }
      return answers
    }
  }

  /// Lets go of everything, when the server goes.
  func close() {
    _ = takeSteps()
    _ = takeAnswers()
  }
}
