import RealTime

/// The grains of a unit that sound at a time.
struct GrainCloud<Voice: GrainVoice>: BitwiseCopyable {
  private var grains: UnsafeMutablePointer<Grain<Voice>>?
  private var capacity = 0
  private var count = 0
  var lastTrigger: Float = 0
  let outputs: Int
  /// Of the unit's wires.
  private let firstOutput: Int

  init(_ preparation: UnitPreparation, inputs: Int) {
    outputs = preparation.outputCount
    firstOutput = inputs
  }

  /// Makes room for so many.
  @inline(__always)
  mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires, room: Float) {
    let wanted = FrameCount.whole(Double(room), atLeast: 0, atMost: 1 << 16)
    let memory = context.pointee.allocate(bytes: wanted &* MemoryLayout<Grain<Voice>>.stride)
    grains = memory?.assumingMemoryBound(to: Grain<Voice>.self)
    capacity = memory == nil ? 0 : wanted
    silence(wires, 1)
  }

  /// As scsynth has it, the last place stays free.
  @inline(__always)
  var isFull: Bool { count &+ 1 >= capacity }

  @inline(__always)
  func silence(_ wires: Wires, _ frames: Int) {
    var output = 0
    while output < outputs {
      clear(wires[firstOutput &+ output], frames)
      output &+= 1
    }
  }

  /// - Parameters:
  ///   - waits: whether a grain whose buffer has gone waits for it, in place of ageing on.
  ///   - lingers: whether a grain that has ended keeps its place for another block.
  @inline(__always)
  mutating func play(
    _ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int, waits: Bool, lingers: Bool
  ) {
    guard let grains else { return }
    var index = 0
    while index < count {
      var hasEnded = lingers && grains[index].envelope.remaining <= 0
      if !hasEnded {
        play(&grains[index], context, wires, at: 0, frames, waits: waits)
        hasEnded = !lingers && grains[index].envelope.remaining <= 0
      }
      if hasEnded {
        count &-= 1
        grains[index] = grains[count]
      } else {
        index &+= 1
      }
    }
  }

  /// Plays a new grain from a frame of the block on, and keeps it when that is not all of it.
  @inline(__always)
  mutating func add(
    _ grain: Grain<Voice>, _ context: UnsafePointer<RenderContext>, _ wires: Wires, at frame: Int, _ frames: Int
  ) {
    var grain = grain
    play(&grain, context, wires, at: frame, frames, waits: false)
    guard grain.envelope.remaining > 0, let grains else { return }
    grains[count] = grain
    count &+= 1
  }

  @inline(__always)
  private func play(
    _ grain: inout Grain<Voice>, _ context: UnsafePointer<RenderContext>, _ wires: Wires, at start: Int, _ frames: Int,
    waits: Bool
  ) {
    let rest = Int(grain.envelope.remaining)
    let length = rest < frames ? rest : frames
    let table = grain.envelope.table(context)
    let sound = context.pointee.scratch
    // A unit of no outputs has no wire to sound on.
    guard outputs > 0, grain.envelope.isPresent(table),
      grain.voice.play(context, wires, at: start, frames: length, into: sound)
    else {
      if !waits { grain.envelope.advance(frames) }
      return
    }
    grain.envelope.shape(sound, table, length)
    grain.envelope.advance(length)
    let pan = grain.pan
    let next = pan.channel &+ 1 < outputs ? pan.channel &+ 1 : 0
    Self.mix(sound, length, by: pan.gain, into: wires[firstOutput &+ pan.channel] + start)
    if outputs > 1 { Self.mix(sound, length, by: pan.nextGain, into: wires[firstOutput &+ next] + start) }
  }

  @inline(__always)
  private static func mix(
    _ sound: UnsafeMutablePointer<Float>, _ frames: Int, by gain: Float, into output: UnsafeMutablePointer<Float>
  ) {
    var frame = 0
    while frame &+ 8 <= frames {
      multiplyAdd(Lanes(loading: sound + frame), Lanes(repeating: gain), Lanes(loading: output + frame))
        .store(to: output + frame)
      frame &+= 8
    }
    while frame < frames {
      output[frame] += sound[frame] * gain
      frame &+= 1
    }
  }
}
