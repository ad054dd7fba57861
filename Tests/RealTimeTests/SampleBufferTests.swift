import RealTime
import Testing

/// What a player may ask of a buffer.
@Suite struct SampleBufferTests {
  private func memory(_ frames: Int, _ body: (UnsafeMutableRawPointer) -> Void) {
    let bytes = UnsafeMutableRawPointer.allocate(byteCount: frames * 4, alignment: 64)
    defer { bytes.deallocate() }
    body(bytes)
  }

  @Test func floatsAndIntegers() {
    memory(100) { base in
      let floats = SampleBuffer(base: base, encoding: .float32, frames: 100, channels: 1, sampleRate: 44_100)
      #expect(floats.samples != nil && floats.integers == nil && floats.scale == 1)
      let integers = SampleBuffer(
        base: base, encoding: .int16, frames: 100, channels: 2, sampleRate: 44_100, gain: 0.5)
      #expect(integers.samples == nil && integers.integers != nil && integers.scale == 0.5 / 32768)
    }
  }

  @Test func growingBuffer() {
    memory(100) { base in
      var progress: Int64 = 0
      withUnsafeMutablePointer(to: &progress) { progress in
        let buffer = SampleBuffer(
          base: base, encoding: .float32, frames: 100, channels: 1, sampleRate: 44_100, progress: progress)
        #expect(!buffer.isReadable(from: 0, through: 0))
        SampleProgress.publish(progress, 40)
        #expect(buffer.isReadable(from: 0, through: 39) && !buffer.isReadable(from: 0, through: 40))
        SampleProgress.publish(progress, 100)
        #expect(buffer.isReadable(from: 99, through: 99) && !buffer.isReadable(from: 99, through: 100))
        #expect(!buffer.isReadable(from: -1, through: 5))
      }
    }
  }

  @Test func window() {
    let chunk = SampleWindow.chunkFrames
    var window = SampleWindow(chunkCount: 4)
    defer { window.deallocate() }
    withUnsafeMutablePointer(to: &window) { window in
      let buffer = SampleBuffer(
        base: nil, encoding: .int16, frames: 4 * chunk - 10, channels: 2, sampleRate: 44_100, window: window)
      #expect(buffer.isStreamed && buffer.readyFrames == 0)
      window.pointee.set(chunk: 1, isThere: true)
      #expect(!buffer.isReadable(from: chunk - 1, through: chunk))
      #expect(buffer.isReadable(from: chunk, through: 2 * chunk - 1))
      #expect(!buffer.isReadable(from: chunk, through: 2 * chunk))
      window.pointee.set(chunk: 2, isThere: true)
      #expect(buffer.isReadable(from: chunk, through: 3 * chunk - 1))
      window.pointee.set(chunk: 3, isThere: true)
      #expect(buffer.isReadable(from: 3 * chunk, through: 4 * chunk - 11))
      #expect(!buffer.isReadable(from: 3 * chunk, through: 4 * chunk - 10))
      window.pointee.set(chunk: 2, isThere: false)
      #expect(!buffer.isReadable(from: chunk, through: 3 * chunk - 1))
      #expect(window.pointee.holds(chunk: 1) && !window.pointee.holds(chunk: 2))
    }
  }

  /// More voices than there are rows: those told of last are kept, and a voice has one row only.
  @Test func voicesAreFollowed() {
    var window = SampleWindow(chunkCount: 1)
    defer { window.deallocate() }
    withUnsafeMutablePointer(to: &window) { window in
      let buffer = SampleBuffer(
        base: nil, encoding: .float32, frames: 100, channels: 1, sampleRate: 44_100, window: window)
      for block in 0..<3 {
        for voice in 0..<100 {
          buffer.follow(
            voice: Int64(voice), at: Int64(block * 6400 + voice * 64), position: Int64(voice), increment: -2, low: 3,
            high: 4, loops: true)
        }
      }
      let all = window.pointee.voices(since: 0)
      #expect(Set(all.map(\.position)) == Set(36..<100) && all.count == SampleWindow.voiceLimit)
      let late = window.pointee.voices(since: 2 * 6400 + 90 * 64)
      #expect(Set(late.map(\.position)) == Set(90..<100))
      #expect(late.allSatisfy { $0.increment == -2 && $0.low == 3 && $0.high == 4 && $0.loops })
    }
  }

  /// What is missing is fetched at once where the window can.
  @Test func fetches() {
    final class Log { var ranges: [ClosedRange<Int>] = [] }
    let log = Log()
    var window = SampleWindow(
      chunkCount: 3,
      fetch: { context, low, high in
        guard let context else { return false }
        Unmanaged<Log>.fromOpaque(context).takeUnretainedValue().ranges.append(Int(low)...Int(high))
        return low < 2 * SampleWindow.chunkFrames
      }, fetchContext: Unmanaged.passUnretained(log).toOpaque())
    defer { window.deallocate() }
    withExtendedLifetime(log) {
      withUnsafeMutablePointer(to: &window) { window in
        let buffer = SampleBuffer(
          base: nil, encoding: .float32, frames: 3 * SampleWindow.chunkFrames, channels: 1, sampleRate: 1,
          window: window)
        #expect(buffer.isReadable(from: 5, through: 70))
        #expect(!buffer.isReadable(from: 40_000, through: 40_001))
      }
    }
    #expect(log.ranges == [5...70, 40_000...40_001])
  }
}
