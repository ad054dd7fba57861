import RealTime

/// A unit that starts a grain at each trigger, its first input, and mixes those that sound.
protocol GrainUnitGenerator: UnitGenerator {
  associatedtype Voice: GrainVoice

  var cloud: GrainCloud<Voice> { get set }
  var inputs: UnitInputs { get }

  /// Whether a grain whose buffer has gone waits for it, and a block in which there is no more room ends there.
  static var waits: Bool { get }
  /// Whether a grain that has ended keeps its place for another block.
  static var lingers: Bool { get }

  /// The grain for what stands at the inputs at a frame of the block; nil: none.
  func makeGrain(_ context: UnsafePointer<RenderContext>, _ wires: Wires, at frame: Int) -> Grain<Voice>?
}

extension GrainUnitGenerator {
  static var waits: Bool { false }
  static var lingers: Bool { false }

  /// An input as it stands at a frame.
  @inline(__always)
  func value(_ input: Int, _ context: UnsafePointer<RenderContext>, _ wires: Wires, at frame: Int) -> Float {
    wires.isDemand(input)
      ? wires.demand(input, context, at: frame &+ 1) : inputs.signal(wires, input)[inputs.isAudio(0) ? frame : 0]
  }

  @inline(__always)
  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    var grains = cloud
    grains.silence(wires, frames)
    grains.play(context, wires, frames, waits: Self.waits, lingers: Self.lingers)
    let trigger = wires[0]
    let count = inputs.isAudio(0) ? frames : 1
    var edges = RisingEdges(trigger, count, last: grains.lastTrigger)
    grains.lastTrigger = trigger[count &- 1]
    while let frame = edges.next() {
      if grains.isFull {
        guard Self.waits else { continue }
        if frame > 0 { grains.lastTrigger = trigger[frame &- 1] }
        break
      }
      if let grain = makeGrain(context, wires, at: frame) {
        grains.add(grain, context, wires, at: frame, frames &- frame)
      }
    }
    cloud = grains
  }
}

extension UnitSpecification.Input {
  static var grainTrigger: Self { .init("trigger", "Rises above 0: a grain starts.") }
  static var grainLength: Self {
    .init("dur", "A grain's length.", measure: "seconds", standard: 0.1, rates: [.scalar, .control, .audio, .demand])
  }
  static var grainPan: Self {
    .init(
      "pan", "The position: −1 to 1 between two outputs, all around in 2 of more.",
      rates: [.scalar, .control, .audio, .demand])
  }
  static var grainEnvelope: Self {
    .init(
      "envbufnum", "The buffer of a grain's envelope; −1: a Hann window.", standard: -1,
      rates: [.scalar, .control, .audio, .demand])
  }
  static var grainRoom: Self {
    .init(
      "maxGrains", "How many grains there is room for, and one.", range: 0...65_536, standard: 512, rates: [.scalar])
  }

  static func grain(_ name: String, _ summary: String, measure: String = "", standard: Float = 0) -> Self {
    .init(name, summary, measure: measure, standard: standard, rates: [.scalar, .control, .audio, .demand])
  }
}
