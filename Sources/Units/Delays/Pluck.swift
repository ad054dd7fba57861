import CRealTime
public import RealTime

/// A plucked string: a trigger lets a period of a signal into a damped delay that feeds back.
///
/// - Source: K. Karplus and A. Strong, "Digital synthesis of plucked-string and drum timbres", 1983.
public struct Pluck: UnitGenerator {
  public static let specification = UnitSpecification(
    "Pluck", "A plucked string.",
    inputs: [
      .init("in", "What plucks.", followsUnit: true),
      .init("trig", "The trigger: rises above 0.", standard: 1),
      .init("maxdelaytime", "The longest period.", range: 0...1e6, measure: "seconds", standard: 0.2, rates: [.scalar]),
      .init("delaytime", "The period.", range: 0...1e6, measure: "seconds", standard: 0.2, rates: [.scalar, .control]),
      .init(
        "decaytime", "How long it sounds; negative: an octave lower, without even partials.", measure: "seconds",
        standard: 1, rates: [.scalar, .control]),
      .init("coef", "The damping.", range: -1...1, standard: 0.5),
    ], outputs: ["string"], source: "K. Karplus, A. Strong, 1983.")

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private var delay: DelayState
  private let sampleRate: Double
  private var trigger: Float = 0
  /// Frames of the signal that are still let in.
  private var plucking = 0
  private var damping: Float = 0
  private var last: Float = 0

  public init(_ preparation: UnitPreparation) {
    inputs = UnitInputs(preparation)
    delay = DelayState(preparation)
    sampleRate = preparation.valuesPerSecond
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    delay.allocate(context, wires[2].pointee)
    delay.seconds = wires[3].pointee
    delay.decay = wires[4].pointee
    delay.feedback = DelayState.feedback(delay.seconds, delay.decay)
    damping = wires[5].pointee
    if let line { delay.frames = delay.clipped(delay.seconds, 2, line) }
    wires[6].pointee = 0
  }

  private var line: DelayMemoryLine? {
    delay.memory.map { DelayMemoryLine(memory: $0, mask: delay.mask, place: delay.place) }
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    guard var line else {
      clear(wires[6], frames)
      return
    }
    let (seconds, decay) = (wires[3].pointee, wires[4].pointee)
    let hasAudioDamping = inputs.isAudio(5)
    let newDamping = hasAudioDamping ? damping : wires[5].pointee
    var glide = PluckGlide(time: delay.frames, feedback: delay.feedback, damping: damping)
    // With triggers of audio rate scsynth lets a damping that moves alone jump, once its memory is full.
    let jumps = inputs.isAudio(1) && line.place > line.mask
    let moves = seconds != delay.seconds || decay != delay.decay || (newDamping != damping && !jumps)
    if !moves { glide.damping = newDamping }
    if moves {
      glide.move(
        to: PluckGlide(
          time: delay.clipped(seconds, 2, line), feedback: DelayState.feedback(seconds, decay), damping: newDamping),
        in: frames)
    }
    let (signal, trigger) = (inputs.signal(wires, 0), inputs.signal(wires, 1))
    if !moves && !hasAudioDamping && glide.time > 10 && line.place &- Int(glide.time) >= 2 {
      renderStill(&line, signal, trigger, wires[6], glide, seconds, frames)
    } else {
      let output = wires[6]
      var frame = 0
      while frame < frames {
        let input = pluck(signal, trigger, seconds, frame)
        glide.time += glide.timeStep
        if hasAudioDamping { glide.damping = wires[5][frame] }
        output[frame] = next(&line, input, glide)
        glide.feedback += glide.feedbackStep
        glide.damping += glide.dampingStep
        frame &+= 1
      }
    }
    if moves {
      delay.frames = glide.time
      delay.feedback = glide.feedback
      delay.seconds = seconds
      delay.decay = decay
      damping = newDamping
    }
    last = last.withoutExtremes
    delay.place = line.place
  }

  /// What is let in at a frame.
  @inline(__always)
  private mutating func pluck(_ signal: InputSignal, _ trigger: InputSignal, _ seconds: Float, _ frame: Int) -> Float {
    let newTrigger = trigger[frame]
    if newTrigger > 0 && self.trigger <= 0 {
      plucking = FrameCount.whole(Double(seconds) * sampleRate + 0.5, atLeast: 0)
    }
    self.trigger = newTrigger
    guard plucking > 0 else { return 0 }
    plucking &-= 1
    return signal[frame]
  }

  /// Eight values between the second and the third of each four from `row` on, which lie newest last.
  @inline(__always)
  private static func values(_ row: UnsafeMutablePointer<Float>, _ part: Float) -> Lanes {
    let (behind, to) = (Lanes(loading: row), Lanes(loading: row + 1))
    let (from, before) = (Lanes(loading: row + 2), Lanes(loading: row + 3))
    let one = (to - before) * 0.5
    let two = before - from * 2.5 + to * 2 - behind * 0.5
    let three = (behind - before) * 0.5 + (from - to) * 1.5
    return ((three * part + two) * part + one) * part + from
  }

  /// The same, up to eight of them, around the memory's end.
  @inline(__always)
  private static func values(
    _ memory: UnsafeMutablePointer<Float>, _ mask: Int, _ near: Int, _ count: Int, _ part: Float
  ) -> Lanes {
    var values = Lanes.zero
    var lane = 0
    while lane < count {
      let at = near &+ lane
      values[lane] = cubic(
        part, memory[(at &+ 1) & mask], memory[at & mask], memory[(at &- 1) & mask], memory[(at &- 2) & mask])
      lane &+= 1
    }
    return values
  }

  /// Nothing moves, all that is read was written, and no less than ten frames ago.
  @inline(__always)
  private mutating func renderStill(
    _ line: inout DelayMemoryLine, _ signal: InputSignal, _ trigger: InputSignal,
    _ output: UnsafeMutablePointer<Float>, _ string: PluckGlide, _ seconds: Float, _ frames: Int
  ) {
    let (memory, mask) = (line.memory, line.mask)
    let whole = Int(string.time)
    let part = string.time - Float(whole)
    let fresh = 1 - string.damping.magnitude
    var place = line.place
    var tone = last
    let edges = inputs.isAudio(1) ? RisingEdges(trigger.values, frames, last: self.trigger).bits : 0
    let damping = DampingLanes(string.damping)
    var frame = 0
    while frame < frames {
      let near = place &- whole
      let first = (near &- 2) & mask
      let run = min(8, frames &- frame)
      // Eight at once where they lie in a row, and none of them is written meanwhile.
      let values =
        run == 8 && first &+ 11 <= mask
        ? Self.values(memory + first, part)
        : Self.values(memory, mask, near, run, part)
      let heard = values * fresh
      let at = place & mask
      let isQuiet = inputs.isAudio(1) && edges &>> UInt64(truncatingIfNeeded: frame) & 255 == 0
      if run == 8 && isQuiet && (plucking == 0 || plucking >= 8) && at &+ 7 <= mask {
        let tones = damping.next(heard, &tone)
        let fed = tones * string.feedback
        (plucking == 0 ? fed : fed + signal.lanes(frame)).store(to: memory + at)
        tones.store(to: output + frame)
        plucking &-= plucking == 0 ? 0 : 8
        self.trigger = trigger[frame &+ 7]
        place &+= 8
        frame &+= 8
        continue
      }
      var lane = 0
      while lane < run {
        tone = multiplyAdd(string.damping, tone, heard[lane])
        let input = pluck(signal, trigger, seconds, frame)
        memory[place & mask] = multiplyAdd(string.feedback, tone, input)
        output[frame] = tone
        place &+= 1
        frame &+= 1
        lane &+= 1
      }
    }
    last = tone
    line.place = place
  }

  @inline(__always)
  private mutating func next(_ line: inout DelayMemoryLine, _ input: Float, _ string: PluckGlide) -> Float {
    defer { line.place &+= 1 }
    if line.place &- Int(string.time) &+ 1 < 0 {
      line.write(input)
      return 0
    }
    last = (1 - string.damping.magnitude) * line.read(string.time, .cubic) + string.damping * last
    line.write(input + string.feedback * last)
    return last
  }
}
