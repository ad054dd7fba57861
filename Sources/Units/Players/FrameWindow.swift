import RealTime

/// Frames of a buffer, copied together into scratch as floats, left and right apart: from here on it does not matter how
/// they lie in memory, nor where the buffer ends.
struct FrameWindow {
  /// The most frames that it holds.
  static var capacity: Int { 1024 }
  /// Of scratch, for both sides.
  static var floats: Int { 2 * capacity }

  let left: UnsafeMutablePointer<Float>
  /// The same as `left` when the buffer is mono.
  let right: UnsafeMutablePointer<Float>

  @inline(__always)
  init(_ scratch: UnsafeMutablePointer<Float>, channels: Int) {
    left = scratch
    right = channels > 1 ? scratch + Self.capacity : scratch
  }

  /// Fills the window with the frames from `first`. Those outside the buffer are the sample at its edge or, wrapped, those
  /// at its other end. False when some are not in memory.
  @inline(__always)
  func fill(_ buffer: SampleBuffer, from first: Int, count: Int, wrapsLow: Bool, wrapsHigh: Bool) -> Bool {
    if first >= 0 && first &+ count <= buffer.frames {
      guard buffer.isReadable(from: first, through: first &+ count &- 1) else { return false }
      Self.copy(buffer, first, count, left, right)
      return true
    }
    return fillAcrossEdges(buffer, first, count, wrapsLow, wrapsHigh)
  }

  @inline(never)
  private func fillAcrossEdges(
    _ buffer: SampleBuffer, _ first: Int, _ count: Int, _ wrapsLow: Bool, _ wrapsHigh: Bool
  ) -> Bool {
    let frames = buffer.frames
    var done = 0
    while done < count {
      let at = first &+ done
      var place = at
      var run = count &- done
      if (at < 0 && !wrapsLow) || (at >= frames && !wrapsHigh) {
        let outside = at < 0 ? 0 &- at : run
        run = run < outside ? run : outside
        let edge = at < 0 ? 0 : frames &- 1
        guard buffer.isReadable(from: edge, through: edge) else { return false }
        Self.copy(buffer, edge, 1, left + done, right + done)
        repeatFrame(at: done, run)
      } else {
        place = at % frames
        if place < 0 { place = place &+ frames }
        let rest = frames &- place
        run = run < rest ? run : rest
        guard buffer.isReadable(from: place, through: place &+ run &- 1) else { return false }
        Self.copy(buffer, place, run, left + done, right + done)
      }
      done = done &+ run
    }
    return true
  }

  @inline(__always)
  private func repeatFrame(at place: Int, _ count: Int) {
    let (l, r) = (left[place], right[place])
    var frame = 1
    while frame < count {
      left[place &+ frame] = l
      right[place &+ frame] = r
      frame &+= 1
    }
  }

  // MARK: - Copies

  /// Copies frames that are in memory, scaled; what is no finite number becomes silence. Left and right are the same for
  /// mono. Never reads a frame more.
  @inline(__always)
  static func copy(
    _ buffer: SampleBuffer, _ first: Int, _ count: Int, _ left: UnsafeMutablePointer<Float>,
    _ right: UnsafeMutablePointer<Float>
  ) {
    let channels = buffer.channels
    if let samples = buffer.samples {
      let source = Floats(samples: samples + channels &* first, scale: buffer.scale)
      copy(source, channels, count, left, right)
    } else if let samples = buffer.integers {
      let source = Integers(samples: samples + channels &* first, scale: buffer.scale)
      copy(source, channels, count, left, right)
    }
  }

  @inline(__always)
  private static func copy<Samples: SampleSource>(
    _ samples: Samples, _ channels: Int, _ count: Int, _ left: UnsafeMutablePointer<Float>,
    _ right: UnsafeMutablePointer<Float>
  ) {
    switch channels {
    case 1: copyMono(samples, count, left, right)
    case 2: copyStereo(samples, count, left, right)
    default:
      // The first two of many.
      var frame = 0
      while frame < count {
        left[frame] = samples.one(channels &* frame)
        right[frame] = samples.one(channels &* frame &+ 1)
        frame &+= 1
      }
    }
  }

  @inline(__always)
  private static func copyMono<Samples: SampleSource>(
    _ samples: Samples, _ count: Int, _ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>
  ) {
    var frame = 0
    while frame &+ 8 <= count {
      samples.eight(frame).store(to: left + frame)
      frame &+= 8
    }
    while frame < count {
      left[frame] = samples.one(frame)
      frame &+= 1
    }
    guard right != left else { return }
    frame = 0
    while frame < count {
      right[frame] = left[frame]
      frame &+= 1
    }
  }

  @inline(__always)
  private static func copyStereo<Samples: SampleSource>(
    _ samples: Samples, _ count: Int, _ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>
  ) {
    var frame = 0
    while frame &+ 8 <= count {
      let low = samples.eight(2 &* frame)
      let high = samples.eight(2 &* frame &+ 8)
      low.evenHalf.followed(by: high.evenHalf).store(to: left + frame)
      low.oddHalf.followed(by: high.oddHalf).store(to: right + frame)
      frame &+= 8
    }
    while frame < count {
      left[frame] = samples.one(2 &* frame)
      right[frame] = samples.one(2 &* frame &+ 1)
      frame &+= 1
    }
  }
}
