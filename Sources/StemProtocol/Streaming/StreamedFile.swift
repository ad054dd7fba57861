import Control
import RealTime
import SoundFiles
import Synchronization

/// A file whose chunks come into memory and go again, at addresses as if all of it were there.
///
/// - Thread: `bring` on any; control does the rest.
final class StreamedFile: @unchecked Sendable {
  // Unchecked: the file is read behind a lock, and so are the sets kept.

  /// What a window that reads while its caller waits knows of its file.
  final class Fetching {
    unowned(unsafe) var file: StreamedFile?
  }

  private struct State {
    var there: Set<Int> = []
    /// The first failure; its frames are silent.
    var fault: String?
    /// Samples that were no finite numbers, since that was last asked.
    var silenced = 0
  }

  let memory: SampleMemory
  let window: SampleWindow
  let chunkCount: Int
  private let file: Mutex<StemFile>
  private let fetching = Fetching()
  private let state = Mutex(State())

  /// Nil when the system does not give the addresses.
  ///
  /// - Parameter fetches: whether the audio thread may wait for the disk: when nobody hears it.
  init?(_ file: StemFile, fetches: Bool) {
    self.file = Mutex(file)
    chunkCount = (file.frames + SampleWindow.chunkFrames - 1) / SampleWindow.chunkFrames
    window = SampleWindow(
      chunkCount: chunkCount, fetch: fetches ? Self.fetch : nil,
      fetchContext: fetches ? Unmanaged.passUnretained(fetching).toOpaque() : nil)
    guard
      let memory = SampleMemory(
        frames: file.frames, channels: file.channels, sampleRate: file.sampleRate, encoding: file.encoding,
        window: window)
    else {
      window.deallocate()
      return nil
    }
    self.memory = memory
    fetching.file = self
  }

  private static let fetch: @convention(c) (UnsafeMutableRawPointer?, Int, Int) -> Bool = { context, low, high in
    guard let context, let file = Unmanaged<Fetching>.fromOpaque(context).takeUnretainedValue().file else {
      return false
    }
    for chunk in low >> SampleWindow.chunkShift...high >> SampleWindow.chunkShift where !file.window.holds(chunk: chunk)
    {
      file.bring(chunk)
    }
    return true
  }

  var chunkBytes: Int { SampleWindow.chunkFrames * memory.bytesPerFrame }

  /// The chunks that are there.
  var there: Set<Int> { state.withLock { $0.there } }

  /// Reads a chunk and puts it into the table. Where the file is broken, it is silent.
  func bring(_ chunk: Int) {
    file.withLock { file in
      guard !window.holds(chunk: chunk) else { return }
      let first = chunk * SampleWindow.chunkFrames
      let count = min(SampleWindow.chunkFrames, memory.frames - first)
      let target = memory.base + first * memory.bytesPerFrame
      let silenced = file.silencedSamples
      do throws(SoundFileError) {
        try file.read(from: first, count: count, into: target)
      } catch {
        target.initializeMemory(as: UInt8.self, repeating: 0, count: count * memory.bytesPerFrame)
        state.withLock { $0.fault = $0.fault ?? error.description }
      }
      let more = file.silencedSamples - silenced
      if more > 0 { state.withLock { $0.silenced += more } }
      show(chunk)
    }
  }

  /// How many samples were no finite numbers, of what has been read since this was last asked.
  func takeSilenced() -> Int {
    state.withLock { state in
      defer { state.silenced = 0 }
      return state.silenced
    }
  }

  /// Why some of it is silent; told once.
  func takeFault() -> String? {
    state.withLock { state in
      defer { state.fault = nil }
      return state.fault
    }
  }

  /// Takes a chunk out of the table: nobody begins to read it from here on.
  func hide(_ chunk: Int) {
    window.set(chunk: chunk, isThere: false)
    state.withLock { _ = $0.there.remove(chunk) }
  }

  /// Puts a chunk whose samples are in memory into the table.
  func show(_ chunk: Int) {
    state.withLock { _ = $0.there.insert(chunk) }
    window.set(chunk: chunk, isThere: true)
  }

  /// Gives the memory of a hidden chunk back, once nobody reads it any more.
  func drop(_ chunk: Int) {
    let first = chunk * SampleWindow.chunkFrames
    memory.giveBack(first..<min(first + SampleWindow.chunkFrames, memory.frames))
  }
}
