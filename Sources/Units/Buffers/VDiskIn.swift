public import RealTime

/// Plays a file that a buffer has open, through the buffer, at any speed, on a cubic between its frames.
public struct VDiskIn: UnitGenerator {
  public static let specification = UnitSpecification(
    "VDiskIn", "Plays a file that a buffer has open, through the buffer, at any speed.",
    inputs: [
      .init("bufnum", "The buffer, whose length is a multiple of 128 frames.", rates: [.scalar, .control]),
      .init("rate", "Frames of the file in a frame.", range: 0...1e6, standard: 1, rates: [.scalar, .control]),
      .init("loop", "1: behind the end comes the beginning.", range: 0...1, rates: [.scalar, .control]),
      .init(
        "sendID", "Not 0: at each half of the buffer /diskin tells clients of this number where it plays.",
        rates: [.scalar, .control]),
    ], outputs: [])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let outputCount: Int
  private let isScalar: Bool
  private var isPlain = false
  private var isFirst = true
  private var rate: Float = 1
  /// In frames of the buffer.
  private var position = 0.0
  private var halves = 0
  private var end = -1

  public init(_ preparation: UnitPreparation) {
    outputCount = preparation.outputCount
    isScalar = preparation.inputRates.count > 1 && preparation.inputRates[1] == .scalar
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    rate = Self.speed(wires)
    isPlain = isScalar && rate == 1
    silence(wires, 1)
  }

  @inline(__always)
  private static func speed(_ wires: Wires) -> Float { wires[1].pointee > 0 ? wires[1].pointee : 0 }

  @inline(__always)
  private func silence(_ wires: Wires, _ frames: Int) {
    var output = 0
    while output < outputCount {
      clear(wires[4 &+ output], frames)
      output &+= 1
    }
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    guard let stream = StreamedBuffer(wires[0].pointee, channels: outputCount, context) else {
      position = isPlain ? position : 0
      halves = 0
      silence(wires, frames)
      return
    }
    let size = Double(stream.table.frames)
    if position > size + 1 { position = 0 }
    let wanted = Self.speed(wires)
    guard wanted * Float(frames) * Float(1 / size) < 0.5 else {
      silence(wires, frames)
      return
    }
    if isPlain ? playPlainly(wires, stream, frames) : play(wires, stream, frames, to: wanted) {
      if stream.end >= 0 { end = stream.end }
      request(stream, context, wires)
    }
  }

  /// Gives back whether a half has been played.
  @inline(__always)
  private mutating func playPlainly(_ wires: Wires, _ stream: StreamedBuffer, _ frames: Int) -> Bool {
    let table = stream.table
    var place = FrameCount.whole(position, atLeast: 0, atMost: table.frames)
    if place >= table.frames { place = 0 }
    let before = place
    var frame = 0
    while frame < frames {
      copy(wires, table, place, to: frame)
      place = place &+ 1 == table.frames ? 0 : place &+ 1
      frame &+= 1
    }
    position = Double(place)
    if end >= 0 && place >= end { wires.call.pointee.isDone = true }
    return (before < stream.half) != (place < stream.half)
  }

  @inline(__always)
  private func copy(_ wires: Wires, _ table: FrameTable, _ place: Int, to frame: Int) {
    var channel = 0
    while channel < outputCount {
      wires[4 &+ channel][frame] = table.samples[place &* outputCount &+ channel]
      channel &+= 1
    }
  }

  @inline(__always)
  private mutating func play(_ wires: Wires, _ stream: StreamedBuffer, _ frames: Int, to wanted: Float) -> Bool {
    let table = stream.table
    let size = Double(table.frames)
    // A frame behind each half the cubic needs nothing of it any more.
    let middle = Double(stream.half) + 1
    let slope = (wanted - rate) / Float(frames)
    var hasPlayedHalf = false
    var frame = 0
    if isFirst {
      copy(wires, table, 0, to: 0)
      frame = 1
      isFirst = false
    }
    while frame < frames {
      let place = FrameCount.whole(position, atLeast: 0, atMost: table.frames &+ 1)
      let part = Float(position - Double(place))
      let index = place % table.frames
      var channel = 0
      while channel < outputCount {
        wires[4 &+ channel][frame] = table.value(index, part, channel: channel, loops: true, .cubic)
        channel &+= 1
      }
      rate += slope
      let before = position
      position += Double(rate)
      if before < middle && position >= middle { hasPlayedHalf = true }
      if position >= size + 1 {
        hasPlayedHalf = true
        position -= size
      }
      frame &+= 1
    }
    if end >= 0 && position >= Double(end) { wires.call.pointee.isDone = true }
    return hasPlayedHalf
  }

  @inline(__always)
  private mutating func request(_ stream: StreamedBuffer, _ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    halves &+= 1
    let loops = Int32(processorTruncating: wires[2].pointee) != 0
    let place = FrameCount.whole(position, atLeast: 0, atMost: stream.table.frames)
    stream.request(loops ? .readAround : .read, besides: place, context)
    let id = Int32(processorTruncating: wires[3].pointee)
    guard id != 0 else { return }
    let value = Float(position) + Float(halves &* stream.half)
    context.pointee.send(.reply, context.pointee.node) { reply in
      reply.append(id)
      // The address, and its letters, four to a word: "/diskin".
      reply.append(7 as UInt32)
      reply.append(0x7369_642F as UInt32)
      reply.append(0x006E_696B as UInt32)
      reply.append(value)
    }
  }
}
