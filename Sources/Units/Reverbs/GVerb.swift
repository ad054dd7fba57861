import CRealTime
public import RealTime

/// A reverb of one channel into two: diffusers, early reflections from a tapped delay, and four delays that feed each other.
public struct GVerb: UnitGenerator {
  public static let specification = UnitSpecification(
    "GVerb", "A reverb of one channel into two.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("roomsize", "The size of the room.", range: 1...1e4, measure: "metres", standard: 10),
      .init("revtime", "How long it sounds.", range: 0...1e6, measure: "seconds", standard: 3),
      .init("damping", "How much the walls swallow of the treble.", range: 0...1, standard: 0.5),
      .init("inputbw", "How much treble goes in.", range: 0...1, standard: 0.5),
      .init("spread", "How the channels differ; fixed from the beginning.", standard: 15),
      .init("drylevel", "The level of the signal.", standard: 1),
      .init("earlyreflevel", "The level of the early reflections.", standard: 0.7),
      .init("taillevel", "The level of the reverb.", standard: 0.5),
      .init("maxroomsize", "The largest room; fixed from the beginning.", measure: "metres", standard: 300),
    ], outputs: ["left", "right"],
    source: "J. Anderson, GVerb (1999); SuperCollider's lengths and order.")

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private let sampleRate: Double
  private var room: GVerbRoom?
  private var last = SIMD8<Float>()
  private var dry: Float = 0
  private var early: Float = 0
  private var tail: Float = 0

  public init(_ preparation: UnitPreparation) {
    inputs = UnitInputs(preparation)
    sampleRate = preparation.sampleRate
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    // Bandwidth and levels of nothing: the first block sets them.
    last = SIMD8(wires[1].pointee, wires[2].pointee, wires[3].pointee, 0, 0, 0, 0, 0)
    room = GVerbRoom(
      context, size: wires[1].pointee, largest: wires[9].pointee, seconds: wires[2].pointee,
      damping: wires[3].pointee, spread: wires[5].pointee, sampleRate: sampleRate)
    wires[10].pointee = 0
    wires[11].pointee = 0
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let (left, right) = (wires[10], wires[11])
    guard room != nil else {
      clear(left, frames)
      clear(right, frames)
      return
    }
    let settings = SIMD8(
      wires[1].pointee, wires[2].pointee, wires[3].pointee, wires[4].pointee, wires[6].pointee, wires[7].pointee,
      wires[8].pointee, 0)
    var levels = GVerbLevels(dry: settings[4], early: settings[5], tail: settings[6])
    if Self.differ(settings, last) {
      last = settings
      last[0] = room?.set(size: settings[0], seconds: settings[1]) ?? 0
      room?.set(damping: settings[2], bandwidth: settings[3])
      levels.glide(from: GVerbLevels(dry: dry, early: early, tail: tail), frames)
      (dry, early, tail) = (settings[4], settings[5], settings[6])
    }
    let signal = context.pointee.scratch
    let source = inputs.signal(wires, 0)
    var frame = 0
    while frame < frames {
      source.lanes(frame).orSilence.store(to: signal + frame)
      frame &+= 8
    }
    room?.render(signal, left, right, levels, frames, scratch: signal + RenderContext.blockFrames)
    frame = 0
    while frame < frames {
      let through = signal[frame] * (levels.dry + levels.dryStep * Float(frame))
      left[frame] += through
      right[frame] += through
      frame &+= 1
    }
  }

  @inline(__always)
  private static func differ(_ one: SIMD8<Float>, _ other: SIMD8<Float>) -> Bool {
    var lane = 0
    while lane < 7 {
      if one[lane] != other[lane] { return true }
      lane &+= 1
    }
    return false
  }
}
