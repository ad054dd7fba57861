public import RealTime

/// Plays a buffer as a stem: any rate, loop or section, exact to the frame, without a click at any start, stop or jump.
///
/// Everything may change while it plays, at any frame. Where places in the buffer are wanted, a number of frames that a
/// float cannot hold is split: `start` is the float next to it, `startFine` the rest.
///
/// - A seek: set `seekPosition`, `seekFine`, and `seek` to another count, all at the same frame. The first sample from
///   there sounds at that frame; a count other than 0 at the start seeks before the first frame.
/// - A loop: set `loopStart` and `loopEnd` at the same frame. Who has not reached the region plays into it; who is past
///   its end (its beginning, backwards) is taken back by whole lengths of it, so that the beat stays. At its end the
///   sound goes on at its beginning, at that very fraction of a frame. `loop` at 0 leaves it at once and plays on.
///   A region of the whole buffer joins its end to its beginning; any other is joined by a declick.
public struct StemPlayer: UnitGenerator {
  public static let specification = UnitSpecification(
    "StemPlayer", "Plays a mono or stereo buffer at any rate, with level, loop, section and release.",
    inputs: [
      .init("buffer", "The buffer's number.", range: 0...16_777_216, rates: [.scalar]),
      .init(
        "rate", "Speed, 1 is the file's own; negative is backwards.", range: -256...256, standard: 1, rates: [.audio]),
      .init("level", "Gain; a change glides.", range: 0...64, standard: 0.8, rates: [.audio]),
      .init(
        "gate", "Above 0 plays; 0 releases in 50 ms; below −1 releases in −1 − gate seconds.", range: -1000...1,
        standard: 1, rates: [.audio]),
      .init(
        "loop", "Above 0 repeats the loop region, or without one the section or the buffer.", range: 0...1, standard: 1,
        rates: [.audio]),
      .init("start", "Where to begin.", range: 0...1e9, measure: "frames", rates: [.scalar]),
      .init("startFine", "Added to start, for what a float cannot hold.", measure: "frames", rates: [.scalar]),
      .init(
        "length", "Output frames of the section; 0 plays to the buffer's end.", range: 0...1e12, measure: "frames",
        rates: [.scalar]),
      .init("lengthFine", "Added to length.", measure: "frames", rates: [.scalar]),
      .init(
        "glide", "Time of a change of level.", range: 0...3600, measure: "seconds", standard: 0.02, rates: [.control]),
      .init("curve", "Of a change of level: 0 linear, 1 constant power.", range: 0...1, rates: [.control]),
      .init(
        "startLevel", "Where the level begins, to glide to level; below 0 it begins there.", range: -1...64,
        standard: -1,
        rates: [.scalar]),
      .init("loopStart", "The loop region's first frame.", range: 0...1e9, measure: "frames", rates: [.audio]),
      .init("loopStartFine", "Added to loopStart.", measure: "frames", rates: [.audio]),
      .init(
        "loopEnd", "The first frame behind the loop region; not above loopStart: there is no region.", range: 0...1e9,
        measure: "frames", rates: [.audio]),
      .init("loopEndFine", "Added to loopEnd.", measure: "frames", rates: [.audio]),
      .init("seekPosition", "Where a seek goes.", range: 0...1e9, measure: "frames", rates: [.audio]),
      .init("seekFine", "Added to seekPosition.", measure: "frames", rates: [.audio]),
      .init("seek", "A count of seeks from 0: each change of it jumps.", range: 0...16_777_216, rates: [.audio]),
      .init(
        "quality", "Between the samples: 0 cubic, 1 sinc16, 2 sinc32, 3 sinc64.", range: 0...3,
        standard: Float(Interpolation.standard.rawValue), rates: [.control]),
      .init(
        "stretch", "The number of the port that the same sound comes through at another pitch; below 0: none.",
        range: -1...16_777_216, standard: -1, rates: [.scalar, .control]),
    ],
    outputs: ["left", "right"],
    source: "Windowed sinc interpolation, or the cubic of four points (Catmull–Rom), on a 32.32 fixed-point phase.")

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }

  /// The inputs in their order.
  enum Input: Int {
    case buffer, rate, level, gate, loop, start, startFine, length, lengthFine, glide, curve, startLevel
    case loopStart, loopStartFine, loopEnd, loopEndFine, seekPosition, seekFine, seek, quality, stretch
    /// The outputs behind them.
    case left, right
  }

  enum Stage: Int32, BitwiseCopyable {
    case waiting, playing, releasing, ending, over
  }

  /// The release of a gate that falls to 0, in seconds.
  static let releaseSeconds = 0.05

  var stage = Stage.waiting
  var rate: Float = 0
  var gate: Float = 1
  var seeks: Float = 0
  var cursor = StemCursor()
  var reader = StemReader()
  var quality: Float = -1
  var level = Glide(at: 0)
  var release = Glide(at: 1)
  var declick: Declick
  var joins = true
  var starved = false
  var lastLeft: Float = 0
  var lastRight: Float = 0
  var stretch = StretchReader()
  /// Whether another unit computes an audio-rate input, which may then differ from frame to frame in any block.
  let isDriven: Bool

  public init(_ preparation: UnitPreparation) {
    declick = Declick(sampleRate: preparation.sampleRate)
    isDriven = preparation.inputValues.contains { $0 == nil }
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let left = wires[.left]
    let right = wires[.right]
    let number = BusNumber.whole(wires[.buffer].pointee)
    let buffer = number >= 0 && number < context.pointee.bufferCount ? context.pointee.buffers[number] : .empty
    var frame = 0
    if stage == .waiting {
      frame = Int(context.pointee.startOffset)
      silence(left, right, 0, frame)
      begin(context, wires, buffer, frame)
    }
    if wires[.quality].pointee != quality { choose(wires[.quality].pointee) }
    let changes = context.pointee.controlsChange || isDriven
    let port = port(context, wires)
    if frame == 0 && !changes && port == nil && renderSteadily(context, buffer, left, right) {
      cursor.follow(buffer, context)
      tellPosition(context)
      return
    }
    cursor.follow(buffer, context)
    while frame < frames {
      var end = frames
      if changes { end = nextChange(wires, after: frame, before: frames) }
      takeControls(wires, frame, context, buffer)
      frame = renderSegment(context, buffer, port, left, right, from: frame, to: end)
    }
    if let port { stretch.publish(port.pointee, cursor, context) }
    if stage == .over { context.pointee.doneAction.pointee = 2 }
    tellPosition(context)
  }

  @inline(__always)
  private func tellPosition(_ context: UnsafePointer<RenderContext>) {
    if context.pointee.metersDue { context.pointee.sendPosition(cursor.position) }
  }

  /// Where stretched sound comes through, if it does.
  @inline(__always)
  private func port(_ context: UnsafePointer<RenderContext>, _ wires: Wires) -> UnsafeMutablePointer<StretchPort>? {
    let number = BusNumber.whole(wires[.stretch].pointee)
    return number >= 0 && number < context.pointee.bufferCount ? context.pointee.buffers[number].port : nil
  }

  /// The usual block: nothing changes in it. False, and nothing is done, when something does.
  @inline(__always)
  private mutating func renderSteadily(
    _ context: UnsafePointer<RenderContext>, _ buffer: SampleBuffer, _ left: UnsafeMutablePointer<Float>,
    _ right: UnsafeMutablePointer<Float>
  ) -> Bool {
    let frames = RenderContext.blockFrames
    guard
      stage == .playing, !joins, !starved, level.isSettled, !declick.isActive, cursor.isInside(frames),
      reader.read(buffer, cursor, frames, left, right, context.pointee.scratch, context)
    else { return false }
    cursor.move(frames)
    scale(left, right, by: level.target)
    cursor.prefetch(buffer, around: reader.margin)
    lastLeft = left[frames - 1]
    lastRight = right[frames - 1]
    return true
  }

  // MARK: - Controls

  @inline(__always)
  private mutating func begin(
    _ context: UnsafePointer<RenderContext>, _ wires: Wires, _ buffer: SampleBuffer, _ frame: Int
  ) {
    stage = .playing
    rate = wires[.rate][frame]
    let first = wires[.startLevel].pointee >= 0 ? wires[.startLevel].pointee : wires[.level][frame]
    level = Glide(at: first.isFinite ? first : 0)
    gate = 1
    cursor = StemCursor(
      buffer: buffer, rate: rate, deviceRate: context.pointee.sampleRate,
      start: Double(wires[.start].pointee) + Double(wires[.startFine].pointee),
      length: Double(wires[.length].pointee) + Double(wires[.lengthFine].pointee), loops: wires[.loop][frame] > 0)
    tune()
  }

  @inline(__always)
  private mutating func choose(_ newQuality: Float) {
    quality = newQuality
    tune()
  }

  @inline(__always)
  private mutating func tune() {
    let interpolation: Interpolation =
      quality < 0.5 ? .cubic : quality < 1.5 ? .sinc16 : quality >= 2.5 ? .sinc64 : .sinc32
    reader.tune(cursor.increment, interpolation)
  }

  /// The first frame after `frame` at which an audio-rate input differs.
  @inline(__always)
  private func nextChange(_ wires: Wires, after frame: Int, before end: Int) -> Int {
    var next = end
    var input = Input.rate.rawValue
    while input <= Input.seek.rawValue {
      let values = wires[input]
      if isAudioRate(input) {
        var at = frame + 1
        while at < next && values[at] == values[frame] { at += 1 }
        next = at < next ? at : next
      }
      input += 1
    }
    return next
  }

  @inline(__always)
  private func isAudioRate(_ input: Int) -> Bool {
    input <= Input.loop.rawValue || input >= Input.loopStart.rawValue
  }

  @inline(__always)
  private mutating func takeControls(
    _ wires: Wires, _ frame: Int, _ context: UnsafePointer<RenderContext>, _ buffer: SampleBuffer
  ) {
    let newLevel = wires[.level][frame]
    if newLevel != level.target && newLevel.isFinite {
      let seconds = Double(wires[.glide].pointee)
      let curve: Glide.Curve = wires[.curve].pointee >= 0.5 ? .constantPower : .linear
      level.aim(at: newLevel, frames: Self.frames(seconds, context.pointee.sampleRate), curve: curve)
    }
    let newRate = wires[.rate][frame]
    if newRate != rate {
      rate = newRate
      cursor.setRate(rate, buffer: buffer, deviceRate: context.pointee.sampleRate)
      tune()
    }
    cursor.setLoop(
      wires[.loop][frame] > 0, start: Double(wires[.loopStart][frame]) + Double(wires[.loopStartFine][frame]),
      end: Double(wires[.loopEnd][frame]) + Double(wires[.loopEndFine][frame]))
    let newSeeks = wires[.seek][frame]
    if newSeeks != seeks && newSeeks.isFinite {
      seeks = newSeeks
      cursor.seek(to: Double(wires[.seekPosition][frame]) + Double(wires[.seekFine][frame]))
      stretch.jump()
      joins = true
    }
    let newGate = wires[.gate][frame]
    if newGate != gate {
      gate = newGate
      if gate <= 0 && (stage == .playing || stage == .releasing) {
        let seconds = gate <= -1 ? Double(-1 - gate) : Self.releaseSeconds
        let frames = Self.frames(seconds, context.pointee.sampleRate)
        if frames > 0 {
          release.aim(at: 0, frames: frames, curve: .constantPower)
          stage = .releasing
        } else {
          stop()
        }
      }
    }
  }

  @inline(__always)
  private static func frames(_ seconds: Double, _ sampleRate: Double) -> Int32 {
    let frames = seconds * sampleRate
    return frames > 0 ? (frames < 1e9 ? Int32(frames + 0.5) : 1_000_000_000) : 0
  }

  /// From here on silence, joined without a step.
  @inline(__always)
  mutating func stop() {
    stage = .ending
    joins = true
  }
}

extension Wires {
  @inline(__always)
  fileprivate subscript(_ input: StemPlayer.Input) -> UnsafeMutablePointer<Float> { self[input.rawValue] }
}
