public import RealTime

/// The end of the mixer: what keeps the sum of the decks within bounds, and the fade of the whole.
public struct MasterStrip: UnitGenerator {
  public static let specification = UnitSpecification(
    "MasterStrip", "The master: soft clip or true-peak limiter, and fade.",
    inputs: [
      .init("left", "The decks' sum, left.", rates: [.audio]),
      .init("right", "The decks' sum, right.", rates: [.audio]),
      .init("fade", "Gain behind all else; a change glides.", range: 0...1, standard: 1, rates: [.audio]),
      .init(
        "glide", "Time of a change of fade.", range: 0...3600, measure: "seconds", standard: 0.02, rates: [.control]),
      .init(
        "limiter",
        """
        0: nothing but a gain of 0.8; 1: the soft clip tanh(0.9 · 0.8 · x) · 0.9; 2: a gain of 0.8 and a true-peak limiter \
        at −1 dBTP, 3 to 4 ms late. A change crossfades.
        """, range: 0...2, standard: 1, rates: [.control]),
    ],
    outputs: ["left", "right"], source: "True peaks: ITU-R BS.1770-4, annex 2.")

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  enum Mode: Int32, BitwiseCopyable {
    case off, soft, truePeak
  }

  /// The master's gain.
  static let level: Float = 0.8
  /// Before and behind the soft clip.
  static let drive: Float = 0.9
  static let softCeiling: Float = 0.9
  /// The time of a change of mode, in seconds.
  static let crossfadeSeconds = 0.03

  var fade = Glide(at: 1)
  var mode = Mode.soft
  var lastMode = Mode.soft
  var hasBegun = false
  /// From the last mode to this one.
  var crossfade = Glide(at: 1)
  /// Blocks until the limiter's sound is there.
  var silentBlocks: Int32 = 0
  var limiter: TruePeakLimiter?
  var finite = FiniteGuard()
  var meter = PeakMeter()

  public init(_ preparation: UnitPreparation) {}

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    limiter = TruePeakLimiter(context)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let (left, right) = (wires[5], wires[6])
    let fades = context.pointee.scratch
    finite.copy(wires[0], wires[1], to: left, right)
    choose(wires[4].pointee, context)
    if crossfade.isSettled && silentBlocks == 0 {
      render(mode, left, right, left, right, context)
    } else {
      change(left, right, context)
    }
    LevelSteps.fill(fades, &fade, from: wires[2], glideSeconds: wires[3].pointee, context: context, frames: frames)
    var frame = 0
    while frame < frames {
      let gain = Lanes(loading: fades + frame)
      (Lanes(loading: left + frame) * gain).store(to: left + frame)
      (Lanes(loading: right + frame) * gain).store(to: right + frame)
      frame += 8
    }
    finite.report(context)
    meter.note(left, right)
    meter.report(context)
  }

  @inline(__always)
  private mutating func choose(_ control: Float, _ context: UnsafePointer<RenderContext>) {
    var wanted: Mode = control >= 1.5 ? .truePeak : control < 0.5 ? .off : .soft
    if wanted == .truePeak && limiter == nil { wanted = .soft }
    if !hasBegun {
      hasBegun = true
      mode = wanted
    }
    guard wanted != mode, crossfade.isSettled, silentBlocks == 0 else { return }
    lastMode = mode
    mode = wanted
    crossfade = Glide(at: 0)
    crossfade.aim(at: 1, frames: Int32(Self.crossfadeSeconds * context.pointee.sampleRate), curve: .linear)
    if wanted == .truePeak {
      let delay = LookAhead.frames(sampleRate: context.pointee.sampleRate)
      silentBlocks = Int32(delay / RenderContext.blockFrames + 1)
    }
  }

  /// Both modes at once, from the last one to this one.
  @inline(__always)
  private mutating func change(
    _ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>, _ context: UnsafePointer<RenderContext>
  ) {
    let (newLeft, newRight) = (context.pointee.scratch + 72, context.pointee.scratch + 136)
    let shares = context.pointee.scratch + 200
    render(mode, left, right, newLeft, newRight, context)
    render(lastMode, left, right, left, right, context)
    guard silentBlocks == 0 else {
      silentBlocks -= 1
      return
    }
    crossfade.fill(shares, count: RenderContext.blockFrames)
    var frame = 0
    while frame < RenderContext.blockFrames {
      let share = Lanes(loading: shares + frame)
      (Lanes(loading: left + frame) * (1 - share) + Lanes(loading: newLeft + frame) * share).store(to: left + frame)
      (Lanes(loading: right + frame) * (1 - share) + Lanes(loading: newRight + frame) * share).store(to: right + frame)
      frame += 8
    }
  }

  @inline(__always)
  private mutating func render(
    _ mode: Mode, _ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>,
    _ outLeft: UnsafeMutablePointer<Float>, _ outRight: UnsafeMutablePointer<Float>,
    _ context: UnsafePointer<RenderContext>
  ) {
    if mode == .truePeak {
      limiter?.process(
        left, right, inputGain: Self.level, outLeft, outRight, scratch: context.pointee.scratch + 272)
      return
    }
    var frame = 0
    while frame < RenderContext.blockFrames {
      let (l, r) = (Lanes(loading: left + frame), Lanes(loading: right + frame))
      if mode == .soft {
        (hyperbolicTangent(l * (Self.drive * Self.level)) * Self.softCeiling).store(to: outLeft + frame)
        (hyperbolicTangent(r * (Self.drive * Self.level)) * Self.softCeiling).store(to: outRight + frame)
      } else {
        (l * Self.level).store(to: outLeft + frame)
        (r * Self.level).store(to: outRight + frame)
      }
      frame += 8
    }
  }
}
