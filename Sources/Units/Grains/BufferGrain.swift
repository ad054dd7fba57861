import RealTime

/// A grain out of a buffer of one channel, around which it goes.
struct BufferGrain: GrainVoice {
  let number: Float
  let rate: Double
  var position: Double
  let interpolation: TableInterpolation

  struct Passage {
    let table: FrameTable
    /// Whether all of it lies well within the buffer: then `place` counts, in 32.32 fixed point, else `position`.
    let isInside: Bool
    var place: Int64
    let stride: Int64
    var position: Double
    var frames = 0
  }

  /// The buffer of a grain; nil when it has not one channel.
  @inline(__always)
  static func table(_ number: Float, _ context: UnsafePointer<RenderContext>) -> FrameTable? {
    guard let table = FrameTable(meant: number, context), table.channels == 1 else { return nil }
    return table
  }

  @inline(__always)
  func passage(
    _ context: UnsafePointer<RenderContext>, _ wires: Wires, at frame: Int, frames: Int
  ) -> Passage? {
    guard let table = Self.table(number, context) else { return nil }
    let last = position + rate * Double(frames &- 1)
    let end = Double(table.frames &- 2)
    // Without interpolation the last bit of a position decides.
    let isInside =
      interpolation != .none && position >= 1 && position < end && last >= 1 && last < end
      && rate.magnitude < FrameTable.fastest
    return Passage(
      table: table, isInside: isInside, place: isInside ? Int64(position * 4_294_967_296) : 0,
      stride: isInside ? Int64(rate * 4_294_967_296) : 0, position: position)
  }

  @inline(__always)
  func next(_ passage: inout Passage, frames: Int) -> Lanes {
    passage.frames &+= frames
    guard passage.isInside && frames == 8 else { return nextSlowly(&passage, frames) }
    var (indices, parts) = (SIMD8<Int32>.zero, SIMD8<UInt32>.zero)
    for lane in 0..<8 {
      indices[lane] = Int32(truncatingIfNeeded: passage.place &>> 32)
      parts[lane] = UInt32(truncatingIfNeeded: passage.place)
      passage.place = passage.place &+ passage.stride
    }
    return passage.table.lanes(indices, Lanes(fractionsOf: parts), channel: 0, interpolation)
  }

  @inline(__always)
  private func nextSlowly(_ passage: inout Passage, _ frames: Int) -> Lanes {
    let table = passage.table
    var values = Lanes.zero
    var frame = 0
    while frame < frames {
      var index = Int(truncatingIfNeeded: passage.place &>> 32)
      var part = Float(UInt32(truncatingIfNeeded: passage.place)) * 0x1p-32
      if passage.isInside {
        passage.place = passage.place &+ passage.stride
      } else {
        var isDone = false
        let place = table.place(passage.position, before: table.end(loops: true), loops: true, isDone: &isDone)
        index = Int(Int32(processorTruncating: place))
        part = Float(place - Double(index))
        passage.position = place + rate
      }
      values[frame] = table.value(index, part, channel: 0, loops: true, interpolation)
      frame &+= 1
    }
    return values
  }

  @inline(__always)
  mutating func end(_ passage: Passage) {
    position = passage.isInside ? position + rate * Double(passage.frames) : passage.position
  }
}
