import RealTime
import Synchronization

/// Reads a buffer at any speed as the player of stems reads it: this runs that very unit, on a thread of its own and ahead
/// of time. What it plays sounds as the player would sound, loops and all.
///
/// - Thread: confined to its owner's.
final class StemFeed {
  private static let block = RenderContext.blockFrames
  /// Who reads, to a streamed buffer: numbers that no node has.
  private static let nextNode = Atomic<Int32>(-1000)

  private let unit: UnitDescriptor
  private let state: UnsafeMutableRawPointer
  private let context: UnsafeMutablePointer<RenderContext>
  private let floats: UnsafeMutablePointer<Float>
  private let counts: UnsafeMutablePointer<Int64>
  private let buffer: UnsafeMutablePointer<SampleBuffer>
  private let doneAction: UnsafeMutablePointer<Int32>
  private let wires: UnsafeMutablePointer<UnsafeMutablePointer<Float>>
  private let inputs: [String: Int]
  private let events: RealTimeRing<RenderEvent>
  /// Frames of the last block that were not taken yet.
  private var left = 0
  /// Silence to come before the first frame.
  private var silence = 0
  private(set) var increment: Int64 = 0
  /// Of the next block, as if the buffer went on for ever.
  private var position: Int64 = 0
  /// Frames read since it began.
  private var taken = 0
  /// From which frame on it was read how: the latest last.
  private var marks: [(frame: Int, position: Int64, increment: Int64)] = []
  /// What is asked for lies no further back than this.
  private static let markedFrames = 32_768
  private var isStepped = true
  /// What it moves in.
  private var region = StretchState(
    frame: 0, played: 0, position: 0, increment: 0, low: 0, high: 0, loops: false, jumps: 0)

  /// - Parameters:
  ///   - unit: the player of stems.
  ///   - sampleRate: in hertz, the engine's.
  ///   - services: outlive this.
  init(_ unit: UnitDescriptor, buffer source: SampleBuffer, sampleRate: Double, services: UnitServices) {
    self.unit = unit
    let wireCount = unit.specification.inputs.count + unit.specification.outputs.count
    state = .allocate(byteCount: unit.stateBytes, alignment: max(64, unit.stateAlignment))
    let scratch = RenderContext.scratchFloats
    floats = UnsafeMutableRawPointer.allocate(
      byteCount: (scratch + (wireCount + 1) * Self.block) * MemoryLayout<Float>.stride, alignment: 64
    ).bindMemory(to: Float.self, capacity: scratch + (wireCount + 1) * Self.block)
    floats.initialize(repeating: 0, count: scratch + (wireCount + 1) * Self.block)
    counts = .allocate(capacity: 2)
    counts.initialize(repeating: 0, count: 2)
    buffer = .allocate(capacity: 1)
    buffer.initialize(to: source)
    doneAction = .allocate(capacity: 1)
    doneAction.initialize(to: 0)
    events = .allocate(capacity: 16)
    wires = .allocate(capacity: wireCount)
    for wire in 0..<wireCount { (wires + wire).initialize(to: floats + scratch + wire * Self.block) }
    var inputs: [String: Int] = [:]
    for (index, input) in unit.specification.inputs.enumerated() {
      inputs[input.name] = index
      wires[index].update(repeating: input.standard, count: Self.block)
    }
    self.inputs = inputs
    let bus = floats + scratch + wireCount * Self.block
    context = .allocate(capacity: 1)
    context.initialize(
      to: RenderContext(
        sampleRate: sampleRate, audioBuses: bus, audioBusCount: 1, busWrites: counts, controlBuses: bus,
        controlBusCount: 1, controlBusWrites: counts + 1, buffers: buffer, bufferCount: 1, scratch: floats,
        events: events, doneAction: doneAction, services: services))
    context.pointee.node = Self.nextNode.wrappingSubtract(1, ordering: .relaxed).newValue
  }

  deinit {
    state.deallocate()
    context.deallocate()
    UnsafeMutableRawPointer(floats).deallocate()
    counts.deallocate()
    buffer.deallocate()
    doneAction.deallocate()
    events.deallocate()
    wires.deallocate()
  }

  private func set(_ input: String, _ value: Double) {
    guard let index = inputs[input] else { return }
    wires[index].update(repeating: Float(value), count: Self.block)
  }

  private func setExactly(_ input: String, _ value: Double) {
    set(input, value)
    set(input + "Fine", value - Double(Float(value)))
  }

  /// Begins `pad` frames before `start`, a place in the buffer in 32.32 fixed point; what lies before its region is silence.
  ///
  /// - Parameter speed: in the buffer's own rate; negative is backwards.
  func begin(at start: Int64, pad: Int, speed: Double, region: StretchState) {
    left = 0
    isStepped = true
    self.region = region
    context.pointee.position = region.frame
    increment = Self.increment(speed, buffer.pointee, context.pointee.sampleRate)
    let room = increment < 0 ? region.high - (1 << 32) - start : start - region.low
    let step = Int64(increment.magnitude)
    let before = step > 0 && room > 0 ? min(Int64(pad), room / step) : 0
    silence = pad - Int(before)
    position = start - before * increment
    taken = 0
    marks = [(silence, position, increment)]
    set("buffer", 0)
    set("rate", speed)
    set("level", 1)
    set("gate", 1)
    set("loop", region.loops ? 1 : 0)
    set("startLevel", -1)
    setExactly("start", Double(position) / 4_294_967_296)
    let isWhole = region.low <= 0 && region.high >= Int64(buffer.pointee.frames) << 32
    setExactly("loopStart", isWhole ? 0 : Double(region.low) / 4_294_967_296)
    setExactly("loopEnd", isWhole ? 0 : Double(region.high) / 4_294_967_296)
    let specification = unit.specification
    unit.initialise(
      state,
      UnitPreparation(
        sampleRate: context.pointee.sampleRate, rate: .audio,
        inputRates: specification.inputs.map { $0.rates.last ?? .audio },
        inputValues: specification.inputs.indices.map { wires[$0].pointee }, outputCount: specification.outputs.count,
        specialIndex: 0))
  }

  static func increment(_ speed: Double, _ buffer: SampleBuffer, _ sampleRate: Double) -> Int64 {
    let scaled = Double(Float(speed)) * buffer.sampleRate / sampleRate * 4_294_967_296
    return Int64(scaled.rounded(.toNearestOrAwayFromZero))
  }

  /// Changes the speed, from the next block of 64 frames on.
  func setSpeed(_ speed: Double) {
    let new = Self.increment(speed, buffer.pointee, context.pointee.sampleRate)
    guard new != increment else { return }
    increment = new
    set("rate", speed)
    isStepped = true
  }

  /// Where the frame lies that was read so many frames ago, as if the buffer went on for ever: 32.32 fixed point. The one of
  /// 0 frames ago is the next one.
  func place(before frames: Int) -> Int64 {
    let frame = taken - frames
    let mark = marks.last { $0.frame <= frame } ?? marks[0]
    return mark.position &+ Int64(frame - mark.frame) &* mark.increment
  }

  /// Whether so many frames can be read now.
  func canRead(_ frames: Int) -> Bool {
    let end = position + Int64(frames + 2 * Self.block) * increment
    if buffer.pointee.isStreamed { return hasStreamed(to: end) }
    let ready = buffer.pointee.readyFrames
    return ready >= buffer.pointee.frames || max(position, end) >> 32 < ready - 64
  }

  /// Whether a streamed file is there from the next block up to `end`; what is not is asked for.
  private func hasStreamed(to end: Int64) -> Bool {
    let span = region.high - region.low
    func place(_ position: Int64) -> Int64 {
      guard region.loops, span > 0, position >= region.high || position < region.low else { return position }
      let past = (position - region.low) % span
      return region.low + (past < 0 ? past + span : past)
    }
    let start = place(position)
    buffer.pointee.follow(
      voice: Int64(context.pointee.node), at: context.pointee.position, position: start, increment: increment,
      low: region.low, high: region.high, loops: region.loops)
    let last = buffer.pointee.frames - 1
    func isThere(_ from: Int64, _ to: Int64) -> Bool {
      let (low, high) = (Int(min(from, to) >> 32) - 64, Int(max(from, to) >> 32) + 64)
      return buffer.pointee.isReadable(from: max(0, min(low, last)), through: max(0, min(high, last)))
    }
    let reach = end - position
    guard region.loops, span > 0, start + reach >= region.high || start + reach < region.low else {
      return isThere(start, start + reach)
    }
    // It goes around on the way.
    return increment > 0
      ? isThere(start, region.high) && isThere(region.low, place(end))
      : isThere(start, region.low) && isThere(region.high, place(end))
  }

  /// Reads frames. False when the buffer had them not: then silence was read in their place.
  ///
  /// - Parameter outputRight: nil where both sides are the same.
  func read(_ frames: Int, _ outputLeft: UnsafeMutablePointer<Float>, _ outputRight: UnsafeMutablePointer<Float>?)
    -> Bool
  {
    var done = min(silence, frames)
    silence -= done
    outputLeft.update(repeating: 0, count: done)
    outputRight?.update(repeating: 0, count: done)
    taken += done
    let first = unit.specification.inputs.count
    while done < frames {
      if left == 0 { renderBlock() }
      let count = min(left, frames - done)
      (outputLeft + done).update(from: wires[first] + Self.block - left, count: count)
      outputRight.map { ($0 + done).update(from: wires[first + 1] + Self.block - left, count: count) }
      left -= count
      done += count
      taken += count
    }
    var isWhole = true
    while let event = events.pop() {
      if event.kind == .starved { isWhole = false }
    }
    return isWhole
  }

  private func renderBlock() {
    context.pointee.block += 1
    context.pointee.controlsChange = isStepped
    context.pointee.startOffset = 0
    isStepped = false
    unit.thunk(state, context, wires, Self.block)
    context.pointee.position += Int64(Self.block)
    if increment != marks.last?.increment {
      marks.append((taken, position, increment))
      while marks.count > 1 && marks[1].frame < taken - Self.markedFrames { marks.removeFirst() }
    }
    position += Int64(Self.block) * increment
    left = Self.block
  }
}
