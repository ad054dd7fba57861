import CRealTime
import RealTime

/// A delay, a comb or an all-pass filter, in memory of its own or in a buffer.
protocol DelayUnitGenerator: UnitGenerator {
  static var kind: DelayKind { get }
  static var interpolation: DelayInterpolation { get }
  /// Whether the memory is a buffer, the first input.
  static var isBuffered: Bool { get }

  var delay: DelayState { get set }
}

extension DelayUnitGenerator {
  @inline(__always) static var inputCount: Int { kind == .delay ? 3 : 4 }

  /// Frames of the shortest delay.
  @inline(__always)
  static var shortest: Float { interpolation == .cubic && (kind != .delay || isBuffered) ? 2 : 1 }

  @inline(__always)
  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    delay.seconds = wires[2].pointee
    delay.decay = kindHasDecay ? wires[3].pointee : 0
    delay.feedback = kindHasDecay ? DelayState.feedback(delay.seconds, delay.decay) : 0
    if !Self.isBuffered { delay.allocate(context, wires[1].pointee) }
    delay.isPassing = Self.kind == .delay && !Self.isBuffered && delay.isStill && delay.seconds == 0
    if let line = memoryLine(context, wires) { delay.frames = delay.clipped(delay.seconds, Self.shortest, line) }
    wires[Self.inputCount].pointee = delay.isPassing ? wires[0].pointee : 0
  }

  @inline(__always)
  private var kindHasDecay: Bool { Self.kind != .delay }

  @inline(__always)
  private func memoryLine(_ context: UnsafePointer<RenderContext>, _ wires: Wires) -> DelayMemoryLine? {
    if !Self.isBuffered {
      guard let memory = delay.memory else { return nil }
      return DelayMemoryLine(memory: memory, mask: delay.mask, place: delay.place)
    }
    guard let table = BufferTable(context, wires[0].pointee) else { return nil }
    let size = 1 &<< (Int.bitWidth - 1 - table.count.leadingZeroBitCount)
    return DelayMemoryLine(memory: table.samples, mask: size - 1, place: delay.place)
  }

  @inline(__always)
  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let input = wires[Self.isBuffered ? 1 : 0]
    let output = wires[Self.inputCount]
    var frame = 0
    guard !delay.isPassing, var line = memoryLine(context, wires) else {
      while frame < frames {
        output[frame] = delay.isPassing ? input[frame] : 0
        frame &+= 1
      }
      return
    }
    if !delay.isAudio { line.bringNear(delay.frames, frames) }
    let decay = kindHasDecay ? wires[3].pointee : 0
    if delay.isAudio {
      let seconds = wires[2]
      if Self.kind == .delay {
        let times = context.pointee.scratch
        var (low, high) = (Float.infinity, Float(0))
        while frame < frames {
          let time = delay.clipped(seconds[frame], Self.shortest, line)
          times[frame] = time
          low = time < low ? time : low
          high = time > high ? time : high
          frame &+= 1
        }
        frame = 0
        if line.takesEight(from: low, to: high, frames) {
          while frame < frames {
            let values = line.readEight(Lanes(loading: times + frame), Self.interpolation)
            Self.nextEight(&line, Lanes(loading: input + frame), values, Lanes.zero).store(to: output + frame)
            frame &+= 8
          }
        }
      }
      while frame < frames {
        let feedback = kindHasDecay ? DelayState.feedback(seconds[frame], decay) : 0
        let time = delay.clipped(seconds[frame], Self.shortest, line)
        output[frame] = Self.next(&line, input[frame], time, feedback)
        frame &+= 1
      }
    } else {
      let seconds = wires[2].pointee
      var (time, feedback) = (delay.frames, delay.feedback)
      if seconds == delay.seconds && decay == delay.decay {
        if line.takesEight(from: time, to: time, frames) {
          while frame < frames {
            let input = Lanes(loading: input + frame)
            Self.nextEight(&line, input, line.readEight(time, Self.interpolation), Lanes(repeating: feedback))
              .store(to: output + frame)
            frame &+= 8
          }
        }
        while frame < frames {
          output[frame] = Self.next(&line, input[frame], time, feedback)
          frame &+= 1
        }
      } else {
        let share = 1 / Float(frames)
        let isFixed = Self.interpolation == .none && seconds == delay.seconds
        let timeSlope = isFixed ? 0 : (delay.clipped(seconds, Self.shortest, line) - time) * share
        let feedbackSlope = kindHasDecay ? (DelayState.feedback(seconds, decay) - feedback) * share : 0
        if !isFixed, line.takesEight(from: time, to: time + timeSlope * Float(frames), frames) {
          // Sums of steps, to the bit: a thousandth of a frame is heard in noise.
          let even = EvenSteps(from: time, by: timeSlope, count: frames)
          while frame < frames {
            var times = Lanes.zero
            if let even {
              times = even.next(&time)
            } else {
              for lane in 0..<8 {
                time += timeSlope
                times[lane] = time
              }
            }
            let values = line.readEight(times, Self.interpolation)
            let passed = Lanes.ascending + Float(frame &+ 1)
            let feedbacks = multiplyAdd(passed, Lanes(repeating: feedbackSlope), Lanes(repeating: feedback))
            Self.nextEight(&line, Lanes(loading: input + frame), values, feedbacks).store(to: output + frame)
            frame &+= 8
          }
          feedback += feedbackSlope * Float(frames)
        }
        while frame < frames {
          time += timeSlope
          if !isFixed { feedback += feedbackSlope }
          output[frame] = Self.next(&line, input[frame], time, feedback)
          if isFixed { feedback += feedbackSlope }
          frame &+= 1
        }
        delay.frames = time
        delay.feedback = feedback
        delay.seconds = seconds
        delay.decay = decay
      }
    }
    delay.place = line.place
  }

  /// Eight frames, whose delayed values are read already.
  @inline(__always)
  private static func nextEight(
    _ line: inout DelayMemoryLine, _ input: Lanes, _ value: Lanes, _ feedback: Lanes
  ) -> Lanes {
    defer { line.place &+= 8 }
    switch kind {
    case .delay:
      line.writeEight(input)
      return value
    case .comb:
      line.writeEight(input + feedback * value)
      return value
    case .allpass:
      let written = input + feedback * value
      line.writeEight(written)
      return value - feedback * written
    }
  }

  @inline(__always)
  private static func next(_ line: inout DelayMemoryLine, _ input: Float, _ time: Float, _ feedback: Float) -> Float {
    defer { line.place &+= 1 }
    switch kind {
    case .delay:
      line.write(input)
      return line.read(time, interpolation)
    case .comb:
      let value = line.read(time, interpolation)
      line.write(input + feedback * value)
      return value
    case .allpass:
      if interpolation == .cubic && line.place &- Int(time) &+ 1 < 0 {
        line.write(input)
        return 0
      }
      let value = line.read(time, interpolation)
      let written = input + feedback * value
      line.write(written)
      return value - feedback * written
    }
  }
}
