import RealTime

/// What sounds between two changes.
extension StemPlayer {
  /// Renders from `frame` up to `end`, or up to where something happens on the way; gives back how far it got.
  @inline(__always)
  mutating func renderSegment(
    _ context: UnsafePointer<RenderContext>, _ buffer: SampleBuffer, _ port: UnsafeMutablePointer<StretchPort>?,
    _ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>, from frame: Int, to end: Int
  ) -> Int {
    var count = end - frame
    let scratchLeft = context.pointee.scratch
    let scratchRight = scratchLeft + 80
    let gains = scratchLeft + 160

    if stage == .playing || stage == .releasing {
      switch cursor.advance() {
      case .continues: break
      case .jumped: joins = joins || port == nil || !stretch.isStretched
      case .ended: stop()
      }
    }
    if stage == .playing || stage == .releasing {
      count = cursor.uninterrupted(count)
      if stage == .releasing { count = min(count, max(1, Int(release.length - release.elapsed))) }
      if read(context, buffer, port, count, scratchLeft, scratchRight, gains + 160) {
        if starved { joins = true }
        starved = false
        fillGains(gains, count)
        apply(gains, scratchLeft, scratchRight, count)
        if stage == .releasing && release.isSettled { stage = .ending }
      } else {
        if !starved {
          joins = true
          context.pointee.starve()
        }
        starved = true
        silence(scratchLeft, scratchRight, 0, count)
      }
    } else {
      silence(scratchLeft, scratchRight, 0, count)
    }

    if joins {
      joins = false
      declick.join(left: lastLeft - scratchLeft[0], right: lastRight - scratchRight[0])
    }
    if declick.isActive { declick.add(to: scratchLeft, scratchRight, count: count) }
    if stage == .ending && !declick.isActive && !joins { stage = .over }
    copy(scratchLeft, left + frame, count)
    copy(scratchRight, right + frame, count)
    lastLeft = scratchLeft[count - 1]
    lastRight = scratchRight[count - 1]
    return frame + count
  }

  /// The buffer's sound, or what is stretched of it, moving on. False when it is not in memory yet.
  @inline(__always)
  private mutating func read(
    _ context: UnsafePointer<RenderContext>, _ buffer: SampleBuffer, _ port: UnsafeMutablePointer<StretchPort>?,
    _ count: Int, _ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>,
    _ scratch: UnsafeMutablePointer<Float>
  ) -> Bool {
    guard let port else {
      guard reader.read(buffer, cursor, count, left, right, scratch, context) else { return false }
      cursor.move(count)
      return true
    }
    switch stretch.read(port.pointee, reader, &cursor, buffer, count, left, right, scratch, context) {
    case .nothing: return false
    case .read: return true
    case .joined:
      joins = true
      return true
    }
  }

  @inline(__always)
  private mutating func fillGains(_ gains: UnsafeMutablePointer<Float>, _ count: Int) {
    level.fill(gains, count: count)
    guard stage == .releasing else { return }
    let releases = gains + 80
    release.fill(releases, count: count)
    var frame = 0
    while frame < count {
      (Lanes(loading: gains + frame) * Lanes(loading: releases + frame)).store(to: gains + frame)
      frame += 8
    }
  }

  @inline(__always)
  private func apply(
    _ gains: UnsafeMutablePointer<Float>, _ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>,
    _ count: Int
  ) {
    var frame = 0
    while frame < count {
      let gain = Lanes(loading: gains + frame)
      (Lanes(loading: left + frame) * gain).store(to: left + frame)
      (Lanes(loading: right + frame) * gain).store(to: right + frame)
      frame += 8
    }
  }

  /// A block.
  @inline(__always)
  func scale(_ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>, by gain: Float) {
    var frame = 0
    while frame < RenderContext.blockFrames {
      (Lanes(loading: left + frame) * gain).store(to: left + frame)
      (Lanes(loading: right + frame) * gain).store(to: right + frame)
      frame &+= 8
    }
  }

  @inline(__always)
  private func copy(_ from: UnsafeMutablePointer<Float>, _ to: UnsafeMutablePointer<Float>, _ count: Int) {
    var frame = 0
    while frame &+ 8 <= count {
      Lanes(loading: from + frame).store(to: to + frame)
      frame &+= 8
    }
    while frame < count {
      to[frame] = from[frame]
      frame &+= 1
    }
  }

  @inline(__always)
  func silence(
    _ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>, _ from: Int, _ to: Int
  ) {
    var frame = from
    while frame < to {
      left[frame] = 0
      right[frame] = 0
      frame &+= 1
    }
  }
}
